using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Evidence;

public class DetectTests
{
    private static readonly string[] Marks =
    [
        "Co-authored-by: Claude <noreply@anthropic.com>", "Assisted-by: Codex:GPT-5.4", "AI-assisted: yes",
        "🤖 Generated with [Claude Code](https://claude.ai/code)", "https://claude.ai/code/session_01ABCDEFGHIJ",
        "Amp-Thread-ID: https://ampcode.com/threads/T-0123-4567", "AI-assisted: no", "No AI was used.",
        "AI disclosure: Claude wrote it", "Heavily AI-guided.", "Made-with: Cursor",
    ];

    private static readonly string[] Lines =
    [
        .. Marks, "", "", "```", "````", "> quoted", "* bullet", "## Heading", "## AI Disclosure",
        "Body text.", "\t\u202e\u0000",
        "Assisted-by: AGENT_NAME:MODEL_VERSION", "(((", "key:value:more", new string('-', 300), "    indented",
    ];

    private static readonly Gen<string> Messages =
        Gen.Elements(Lines).ArrayOf().Select(lines => string.Join('\n', lines));

    [Fact]
    public void A_further_mark_never_lowers_the_verdict()
    {
        var cases = Messages.SelectMany(message => Gen.Elements(Marks).Select(mark => (message, mark)));

        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var before = Given.Of(given.message).Verdict;
            var after = Given.Of(given.message + "\n\n" + given.mark).Verdict;
            return after >= before && after > ProvenanceVerdict.None;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Theory]
    [InlineData("Work\n\n## AI Disclosure\nAssisted-by: AGENT_NAME:MODEL_VERSION\n\nHeavily AI-guided.")]
    [InlineData("Work\n\nAI disclosure: Claude wrote MAX_RETRIES.")]
    public void A_form_that_nobody_filled_in_hides_nothing_beside_it(string message) =>
        Assert.Equal(ProvenanceVerdict.Assisted, Given.Of(message).Verdict);

    [Fact]
    public void No_text_whatever_makes_detection_fail_or_quotes_too_long()
    {
        var any = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
        var texts = Gen.OneOf(any, Messages, any.Zip(Messages, (left, right) => left + right));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var change = Given.Change(text, text) with { AgentTrace = text, Title = text };
            var commit = Given.Commit(text, Given.Named(text, text)) with { AuthorshipNote = text };
            var signals = Given.Of(change).Signals
                .Concat(Detect.InCommit(commit, [new Marker.Account("*" + text)]));
            return signals.All(signal => signal.Quote.Length <= 200);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Theory]
    [InlineData("Work\n\nBuilt-by-robot: yes", ProvenanceVerdict.Assisted)]
    [InlineData("Work\n\nbuilt-by-robot: run 5", ProvenanceVerdict.Assisted)]
    [InlineData("Work\n\nBuilt-by-robot: no", ProvenanceVerdict.DeclaredHuman)]
    [InlineData("Work\n\nNot-built-by-robot: yes", ProvenanceVerdict.None)]
    [InlineData("Work\n\n> Built-by-robot: yes", ProvenanceVerdict.None)]
    public void A_teams_own_trailer_is_a_mark(string message, ProvenanceVerdict verdict)
    {
        var marker = new Marker.TrailerKey("Built-by-robot") { Tool = "Robot" };

        var provenance = Detect.OfCommit(Given.Commit(message), [marker]);

        Assert.Equal(verdict, provenance.Verdict);
        Assert.All(provenance.Signals.Where(signal => signal.Kind is SignalKind.Marker),
            signal => Assert.Equal("Robot", signal.Tool));
    }

    [Theory]
    [InlineData("*-agent@corp.example", "shop-agent@corp.example", true)]
    [InlineData("*-agent@corp.example", "SHOP-AGENT@corp.example", true)]
    [InlineData("*-agent@corp.example", "agent@corp.example", false)]
    [InlineData("robot@corp.example", "robot@corp.example", true)]
    [InlineData("robot@corp.example", "robot@corp.example.net", false)]
    [InlineData("a*b*c@*", "axxbyyc@z", true)]
    [InlineData("a*b*c@*", "axxcyyb@z", false)]
    public void A_teams_own_account_is_an_agent(string pattern, string email, bool matches)
    {
        Marker marker = new Marker.Account(pattern) { Tool = "Robot" };

        var authored = Detect.OfCommit(Given.Commit("Work", Given.Named("Robot", email)), [marker]);
        var helped = Detect.OfCommit(Given.Commit($"Work\n\nCo-authored-by: R <{email}>"), [marker]);

        Assert.Equal(matches ? ProvenanceVerdict.Agent : ProvenanceVerdict.None, authored.Verdict);
        Assert.Equal(matches ? ProvenanceVerdict.Assisted : ProvenanceVerdict.None, helped.Verdict);
    }

    [Fact]
    public void A_teams_own_account_that_opened_a_change_is_an_agent()
    {
        var change = Given.Change(opener: new() { Login = "corp-agent", Kind = AccountKind.User });

        var provenance = Detect.Provenance(change, [new Marker.Account("corp-*")], declaredAi: null);

        Assert.Equal(ProvenanceVerdict.Agent, provenance.Verdict);
    }

    [Fact]
    public void An_ordinary_commit_is_passed_over_without_allocating()
    {
        var commit = Given.Commit("Sum the totals once\n\nThey were summed twice where lines split.\n\nFixes #12");
        const int Times = 1_000;
        Assert.Equal(Provenance.Nothing, Detect.OfCommit(commit, []));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++)
            _ = Detect.OfCommit(commit, []);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < Times, $"{allocated} bytes in {Times} calls");
    }
}
