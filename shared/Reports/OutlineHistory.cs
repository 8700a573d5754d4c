using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>Since when it stands so, and what to do now: the last rows of an outline.</summary>
internal static class OutlineHistory
{
    private const int MostLines = 8;

    public static IEnumerable<OutlineRow> Of(Decision decision, string rest) =>
    [
        .. Rows("since", Since(decision), rest),
        .. Rows("note", decision.Remarks, rest),
        .. Rows("next", Outstanding.Next(decision) is { Length: > 0 } next ? [next] : [], rest),
    ];

    private static IReadOnlyList<string> Since(Decision decision)
    {
        if (decision.Assessment is not { } assessment)
            return [];

        var change = assessment.Change;
        var policy = assessment.Policy.Digest is { Length: >= 7 } digest ? digest[..7] : assessment.Policy.Digest;
        return
        [
            $"head {change.Head.Short}, merge base {change.MergeBase.Short}, {assessment.Policy.File} {policy}",
            .. decision.Counted.Select(given =>
                $"{given.Person.Display} approved {given.Head.Short} on {Time(given.At)} ({given.Channel.Name()})"),
            .. decision.Vetoes.Select(veto => $"{veto.Person.Display} vetoed on {Time(veto.At)}: {veto.Reason}"),
            .. decision.Overrides.Select(one => $"{one.Person.Display} overrode on {Time(one.At)}: {one.Reason}"),
            .. decision.NotCounted.Select(one => $"not counted, {one.Approval.Person.Display}: {one.Why}"),
        ];
    }

    private static IEnumerable<OutlineRow> Rows(string label, IReadOnlyList<string> lines, string rest) => lines
        .Take(MostLines)
        .Concat(lines.Count > MostLines ? [$"… {lines.Count - MostLines:N0} more, {rest}"] : [])
        .Select((line, index) => new OutlineRow.Line(line) { Label = index == 0 ? label : "" });

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'");
}
