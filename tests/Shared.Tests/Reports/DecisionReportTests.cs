using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;
using ChangeSentinel.Tests.House;

namespace ChangeSentinel.Tests.Reports;

public static class DecisionReportTests
{
    public static TheoryData<DecisionState> States { get; } = [.. Enum.GetValues<DecisionState>()];

    [Theory]
    [MemberData(nameof(States))]
    public static void Every_state_reads_as_it_was_read_once_in_a_terminal(DecisionState state) =>
        GoldenFile.Holds($"{state.Name()}.txt", DecisionText.Of(Sample(state), Ink.None));

    [Theory]
    [MemberData(nameof(States))]
    public static void Every_state_reads_as_it_was_read_once_in_markdown(DecisionState state) =>
        GoldenFile.Holds($"{state.Name()}.md", DecisionMarkdown.Of(Sample(state)));

    [Theory]
    [MemberData(nameof(States))]
    public static void A_line_in_a_terminal_has_at_most_100_columns(DecisionState state)
    {
        var lines = DecisionText.Of(Sample(state), Ink.None).Split('\n');

        Assert.All(lines, line => Assert.InRange(Columns.Width(line), 0, DecisionText.MaxColumns));
    }

    [Theory]
    [MemberData(nameof(States))]
    public static void Colour_marks_only_state_and_tier(DecisionState state)
    {
        var plain = DecisionText.Of(Sample(state), Ink.None);

        var coloured = DecisionText.Of(Sample(state), Ink.Ansi);

        var painted = coloured.Split("\u001b[").Skip(1)
            .Where(part => !part.StartsWith("0m", StringComparison.Ordinal))
            .Select(part => part[(part.IndexOf('m', StringComparison.Ordinal) + 1)..]);
        var outline = OutlineDecision.Of(Sample(state));
        string[] marked = [outline.Word, "critical", "high", "medium", "low"];
        Assert.All(painted, word => Assert.True(marked.Any(known => known == word), word));
        Assert.Equal(plain, Uncoloured(coloured));
        Assert.Contains(painted, word => word == outline.Word);
    }

    [Fact]
    public static void Markdown_has_the_facts_of_the_terminal_in_the_same_order()
    {
        var outline = OutlineDecision.Of(SampleDecisions.Waiting);
        var labels = outline.Rows.Select(row => row.Label).Where(label => label.Length > 0).ToList();

        var text = DecisionText.Of(SampleDecisions.Waiting, Ink.None).Split('\n')
            .Select(line => line.Length > 3 && line[2] != ' ' ? line[2..].Split(' ')[0] : "");
        var markdown = DecisionMarkdown.Of(SampleDecisions.Waiting).Split('\n')
            .Select(line => line.StartsWith("| ", StringComparison.Ordinal) ? line[2..].Split(' ')[0] : "");

        Assert.Equal(["who", "tier", "written", "hazards", "reaches", "since", "note", "next"], labels);
        Assert.Equal(labels, text.Where(word => labels.Exists(label => label == word)));
        Assert.Equal(labels, markdown.Where(word => labels.Exists(label => label == word)));
    }

    [Fact]
    public static void A_change_with_thousands_of_reasons_stays_readable()
    {
        var risk = SampleDecisions.Waiting.Assessment!.Risk;
        var many = Enumerable.Range(0, 5_000)
            .Select(index => risk.Reasons[0] with { Subject = $"src/{index}.cs", Rule = $"/src/{index}.cs" });
        var hazards = Enumerable.Range(0, 5_000).Select(_ => risk.Hazards[0]);
        var decision = SampleDecisions.Waiting with
        {
            Assessment = SampleDecisions.Waiting.Assessment with
            {
                Risk = risk with { Reasons = [.. many], Hazards = [.. hazards] },
            },
        };

        var text = DecisionText.Of(decision, Ink.None);

        Assert.InRange(text.Split('\n').Length, 10, 40);
        Assert.Contains("… 4,992 more reasons, all in --format json", text, StringComparison.Ordinal);
        Assert.Contains("… 4,994 more hazards, all in --format json", text, StringComparison.Ordinal);
    }

    private static Decision Sample(DecisionState state) => SampleDecisions.All.Single(sample => sample.State == state);

    private static string Uncoloured(string text) =>
        string.Concat(text.Split('\u001b').Select((part, index) => index == 0 ? part : WithoutCode(part)));

    private static string WithoutCode(string part) => part[(part.IndexOf('m', StringComparison.Ordinal) + 1)..];
}
