using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Tests.Evidence;

public class AttestationSignalsTests
{
    private const string Metadata = """
        {"schema_version": "authorship/3.0.0", "base_commit_sha": "0", "prompts": {
          "0123456789abcdef": {"agent_id": {"tool": "claude", "id": "x", "model": "m"}},
          "fedcba9876543210": {"agent_id": {"tool": "mock_ai", "id": "x", "model": "m"}}},
         "sessions": {"s_0123456789abcd": {"agent_id": {"tool": "codex", "id": "x", "model": "m"}}}}
        """;

    [Theory]
    [InlineData("src/a.cs\n  0123456789abcdef 1-4,9,2-3", "Claude Code")]
    [InlineData("\"src/a b.cs\"\n  s_0123456789abcd::t_0123456789abcd 7", "OpenAI Codex")]
    public void Lines_ascribed_to_an_agent_are_a_mark(string attested, string tool)
    {
        var signal = Assert.Single(Noted($"{attested}\n---\n{Metadata}").Signals);

        Assert.Equal((tool, SignalKind.Attestation), (signal.Tool, signal.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("src/a.cs\n  h_0123456789abcd 1-4")]
    [InlineData("src/a.cs\n  0123456789abcdef")]
    [InlineData("src/a.cs\n  0123456789abcdef x-y")]
    [InlineData("src/a.cs\n  fedcba9876543210 1")]
    [InlineData("src/a.cs\n  00000000000000ff 1")]
    [InlineData("src/a.cs\n  not-a-key 1")]
    public void A_note_without_an_agents_lines_is_no_mark(string attested) =>
        Assert.Equal(Provenance.Nothing, Noted($"{attested}\n---\n{Metadata}"));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"schema_version": "authorship/2.0.0"}""")]
    [InlineData("""{"schema_version": "authorship/3.0.0"}""")]
    [InlineData("""{"schema_version": "authorship/3.0.0", "prompts": []}""")]
    [InlineData("""{"schema_version": "authorship/3.0.0", "prompts": {"0123456789abcdef": {"agent_id": 1}}}""")]
    public void A_note_that_is_malformed_or_of_another_schema_is_no_mark(string metadata)
    {
        Assert.Equal(Provenance.Nothing, Noted($"src/a.cs\n  0123456789abcdef 1\n---\n{metadata}"));
        Assert.Equal(Provenance.Nothing, Noted("src/a.cs\n  0123456789abcdef 1"));
    }

    [Fact]
    public void A_note_nested_without_end_is_no_mark()
    {
        var deep = "{\"schema_version\": \"authorship/3.0.0\", \"prompts\": " + new string('[', 100_000);

        Assert.Equal(Provenance.Nothing, Noted($"src/a.cs\n  0123456789abcdef 1\n---\n{deep}"));
    }

    [Theory]
    [InlineData("1.0", "ai", Parent, true)]
    [InlineData("0.1.0", "ai", Parent, true)]
    [InlineData("0.1.0", "mixed", Parent, true)]
    [InlineData("0.1.0", "ai", null, true)]
    [InlineData("0.1.0", "human", Parent, false)]
    [InlineData("0.1.0", "unknown", Parent, false)]
    [InlineData("0.1.0", "ai", "2000000000000000000000000000000000000002", false)]
    [InlineData("latest", "ai", Parent, false)]
    public void A_trace_counts_for_an_agents_ranges_in_a_changed_file_on_the_changes_parent(
        string version, string contributor, string? revision, bool counts)
    {
        var provenance = Given.Of(Traced(Record(version, contributor, revision, "src/a.cs")));

        Assert.Equal(counts ? ProvenanceVerdict.Assisted : ProvenanceVerdict.None, provenance.Verdict);
    }

    [Fact]
    public void A_trace_of_another_file_or_that_is_malformed_is_no_mark()
    {
        var trace = "{\n[]\n{}\n" + Record("1.0", "ai", Parent, "src/other.cs");

        Assert.Equal(Provenance.Nothing, Given.Of(Traced(trace)));
    }

    [Fact]
    public void A_record_the_change_adds_itself_counts_whatever_its_revision()
    {
        var record = Record("1.0", "ai", "2000000000000000000000000000000000000002", "src/a.cs");
        var patch = Patch.Empty with { Hunks = [new("", [new(LineSide.Added, 0, 1, record)])] };
        var added = File(".agent-trace/traces.jsonl") with { Patch = Known.Fact(patch) };
        var change = Traced(record) with { Files = Known.Fact<IReadOnlyList<ChangedFile>>([File("src/a.cs"), added]) };

        var signal = Assert.Single(Given.Of(change).Signals);

        Assert.Equal(("Cursor", SignalStrength.Strong), (signal.Tool, signal.Strength));
    }

    [Fact]
    public void A_persons_range_within_an_agents_conversation_does_not_count()
    {
        const string trace = """{"version":"1.0","files":[{"path":"src/a.cs","conversations":[{"contributor":{"type":"ai"},"ranges":[{"start_line":1,"end_line":2,"contributor":{"type":"human"}}]}]}]}""";

        Assert.Equal(Provenance.Nothing, Given.Of(Traced(trace)));
    }

    private const string Parent = "1000000000000000000000000000000000000001";

    private static string Record(string version, string contributor, string? revision, string path)
    {
        var vcs = revision is null ? "" : $$""" "vcs":{"type":"git","revision":"{{revision}}"},""";
        return $$"""{"version":"{{version}}",{{vcs}}"tool":{"name":"cursor"},"files":[{"path":"{{path}}","conversations":[{"contributor":{"type":"{{contributor}}"},"ranges":[{"start_line":1,"end_line":2}]}]}]}""";
    }

    private static Change Traced(string trace) => Given.Change() with
    {
        AgentTrace = trace,
        Files = Known.Fact<IReadOnlyList<ChangedFile>>([File("src/a.cs")]),
    };

    private static ChangedFile File(string path) =>
        new() { Change = FileChange.Modified, Old = new(path, "100644", default), New = new(path, "100644", default) };

    private static Provenance Noted(string note) =>
        Detect.OfCommit(Given.Commit("Work") with { AuthorshipNote = note }, []);
}
