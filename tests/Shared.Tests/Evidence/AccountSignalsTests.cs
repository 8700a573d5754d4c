using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Tests.Evidence;

public class AccountSignalsTests
{
    private static readonly Person Devin =
        Given.Named("Devin AI", "158243242+devin-ai-integration[bot]@users.noreply.github.com");

    [Fact]
    public void An_agent_that_wrote_a_commit_makes_it_the_agents()
    {
        var provenance = Detect.OfCommit(Given.Commit("Work", Devin), []);

        var signal = Assert.Single(provenance.Signals);
        Assert.Equal(ProvenanceVerdict.Agent, provenance.Verdict);
        Assert.Equal($"author Devin AI <{Devin.Email}>", signal.Quote);
    }

    [Fact]
    public void An_agents_account_that_only_committed_makes_it_the_agents_too()
    {
        var provenance = Detect.OfCommit(Given.Commit("Work", Given.Ada, Devin), []);

        Assert.Equal(ProvenanceVerdict.Agent, provenance.Verdict);
    }

    [Theory]
    [InlineData("Ada Example (aider)", "Ada Example (aider)", SignalStrength.Strong)]
    [InlineData("Ada Example (aider)", "Ada Example", SignalStrength.Strong)]
    [InlineData("Ada Example", "Ada Example (aider)", SignalStrength.Weak)]
    public void Aider_as_author_is_strong_and_as_mere_committer_weak(
        string author, string committer, SignalStrength strength)
    {
        var commit = Given.Commit(
            "Work", Given.Named(author, "ada@example.org"), Given.Named(committer, "ada@example.org"));

        var provenance = Detect.OfCommit(commit, []);

        Assert.Equal(ProvenanceVerdict.Assisted, provenance.Verdict);
        Assert.Equal(strength, provenance.Signals[0].Strength);
    }

    [Theory]
    [InlineData("Claude", "svc-claude@corp.example", ProvenanceVerdict.Agent)]
    [InlineData("Cursor Agent", "cursoragent@cursor.com", ProvenanceVerdict.Agent)]
    [InlineData("Codex", "someone@openai.com", ProvenanceVerdict.Agent)]
    [InlineData("Claude Code", "ada@example.org", ProvenanceVerdict.Assisted)]
    [InlineData("Gemini", "noreply@google.com", ProvenanceVerdict.Assisted)]
    [InlineData("Ada Example", "noreply@google.com", ProvenanceVerdict.None)]
    [InlineData("ada-agent", "agent@ada.example", ProvenanceVerdict.Assisted)]
    [InlineData("ada-clawd", "ada@example.org", ProvenanceVerdict.Assisted)]
    [InlineData("Zed Bot", "bot@zed.example", ProvenanceVerdict.None)]
    [InlineData("Travel Agent", "agent@travel.example", ProvenanceVerdict.None)]
    [InlineData("Bo Example (bo_ai)", "bo@example.org", ProvenanceVerdict.None)]
    [InlineData("Somebody", "ada@users.noreply.replit.com", ProvenanceVerdict.None)]
    public void A_name_counts_only_as_far_as_its_address_bears_it_out(
        string name, string email, ProvenanceVerdict verdict) =>
        Assert.Equal(verdict, Detect.OfCommit(Given.Commit("Work", Given.Named(name, email)), []).Verdict);

    [Fact]
    public void An_agent_that_opened_a_change_makes_it_the_agents()
    {
        var copilot = new Person { Login = "Copilot", Id = 198982749, Kind = AccountKind.Bot };

        var provenance = Given.Of(Given.Change(opener: copilot));

        Assert.Equal(ProvenanceVerdict.Agent, provenance.Verdict);
        Assert.Equal(("opener", "opened by @Copilot"), (provenance.Signals[0].Where, provenance.Signals[0].Quote));
    }

    [Fact]
    public void An_agent_that_only_pushed_makes_it_assisted()
    {
        var change = Given.Change() with
        {
            Pushers = Known.Fact<IReadOnlyList<Person>>([new() { Login = "claude[bot]", Kind = AccountKind.Bot }]),
        };

        Assert.Equal(ProvenanceVerdict.Assisted, Given.Of(change).Verdict);
    }
}
