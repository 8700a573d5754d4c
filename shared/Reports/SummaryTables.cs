using ChangeSentinel.Decisions;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Reports;

/// <summary>A decision's facts in full, as tables of GitHub-flavoured Markdown; empty where there is none.</summary>
internal static class SummaryTables
{
    private const int MostRows = 500;
    private const int LongestText = 500;

    public static string Requirements(Decision decision) => Table(
        ["asked", "because", "policy line", "given by", "still missing"],
        [
            .. decision.Requirements.Select(one => new[]
            {
                Words(Outstanding.Ask(one)),
                Words(string.Join(", ", one.Because)),
                one.Rule.Place is { } place ? Code(place.ToString()) : one.BuiltIn ? "built in" : "default",
                Words(Wording.And([.. one.MetBy.Concat(one.OwnersMetBy).Select(person => person.Display)
                    .Distinct(StringComparer.OrdinalIgnoreCase)])),
                one.Met ? "nothing" : Words(Outstanding.Open(one)),
            }),
        ]);

    public static string People(Decision decision) => Table(
        ["who", "rung", "may approve", ""],
        [
            .. decision.Candidates.Select(one => new[]
            {
                Words(one.Person.Display), Words(one.Rung ?? "none"), one.Eligible ? "yes" : "no", Words(one.Why),
            }),
            .. decision.UnreadGroups.Select(group => new[]
            {
                Words(group), "", "unknown", "its members could not be read",
            }),
        ]);

    /// <summary>
    /// Approvals that count and those that do not, vetoes, overrides, and whose approval new content voids.
    /// </summary>
    public static string Statements(Decision decision) => Table(
        ["who", "what", "head", "when", ""],
        [
            .. decision.Counted.Select(one => new[]
            {
                Words(one.Person.Display), "approved", one.Head.Short, Time(one.At),
                $"counts, by {one.Channel.Name()}",
            }),
            .. decision.NotCounted.Select(one => new[]
            {
                Words(one.Approval.Person.Display), "approved", one.Approval.Head.Short, Time(one.Approval.At),
                Words(one.Why),
            }),
            .. decision.AskAgain.Select(one => new[]
            {
                Words(one.Person.Display), "is asked again", one.Approved.Short, "",
                Words("changed since: " + Wording.Some(one.ChangedPaths, 10)),
            }),
            .. decision.Vetoes.Select(one => new[]
            {
                Words(one.Person.Display), "vetoed", "", Time(one.At), Words(one.Reason),
            }),
            .. decision.Overrides.Select(one => new[]
            {
                Words(one.Person.Display), "overrode", one.Head.Short, Time(one.At), Words(one.Reason),
            }),
        ]);

    public static string Hazards(Decision decision, ForgeLinks links) => decision.Assessment is not { } assessment
        ? ""
        : Table(
            ["line", "kind", "why", "quote"],
            [
                .. assessment.Risk.Hazards.Take(MostRows + 1).Select(hazard => new[]
                {
                    CommentTable.Link(hazard, assessment.Change, links), hazard.Kind.Name(), Words(hazard.Why),
                    Code(hazard.Quote),
                }),
            ],
            assessment.Risk.Hazards.Count);

    public static string Marks(Decision decision) => Table(
        ["tool", "kind", "strength", "where", "quote"],
        [
            .. (decision.Assessment?.Provenance.Signals ?? []).Select(signal => new[]
            {
                Words(signal.Tool), signal.Kind.Name(), signal.Strength.Name(), Words(signal.Where),
                Code(signal.Quote),
            }),
        ]);

    public static string Refusals(IReadOnlyList<Refusal> refused) => Table(
        ["who", "line", "why"],
        [
            .. refused.Select(one => new[]
            {
                Words(one.Author), Code(one.Line), MarkdownText.Sentence(Limited(one.Why)),
            }),
        ]);

    private static string Table(IReadOnlyList<string> heads, IReadOnlyList<string[]> rows, int? all = null)
    {
        if (rows.Count == 0)
            return "";

        var more = (all ?? rows.Count) - MostRows;
        return Row(heads) + Row(heads.Select(_ => "---")) + string.Concat(rows.Take(MostRows).Select(Row))
            + (more > 0 ? $"\n… {more:N0} more, all in the step's report\n" : "");
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string Words(string text) => MarkdownText.Words(Limited(text));

    private static string Code(string text) => MarkdownText.Code(Limited(text));

    private static string Limited(string text) => Columns.CutEnd(VisibleText.Of(text), LongestText);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'");
}
