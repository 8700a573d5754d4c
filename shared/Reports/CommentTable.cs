using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Reports;

/// <summary>What a reviewer must know at a glance: the table of a comment, as Markdown.</summary>
internal static class CommentTable
{
    private const int MostRows = 3;
    private const int MostNames = 3;
    private const int MostRefusals = 5;
    private const int LongestPath = 120;
    private const int LongestText = 300;

    /// <summary>Empty where there is nothing to say.</summary>
    public static string Of(Decision decision, ReportContext context)
    {
        IReadOnlyList<(string Label, string Cell)> rows =
        [
            .. decision.Assessment is { } assessment ? Facts(decision, assessment, context.Links) : [],
            .. Labelled("Refused", [.. context.Refused.TakeLast(MostRefusals).Select(Refused)]),
        ];
        return rows.Count == 0
            ? ""
            : "\n| | |\n|---|---|\n" + string.Concat(rows.Select(row => $"| {row.Label} | {row.Cell} |\n"));
    }

    private static IEnumerable<(string Label, string Cell)> Facts(
        Decision decision, Assessment assessment, ForgeLinks links) =>
    [
        .. Labelled("Because", Because(decision)),
        .. Labelled("Reaches", Reaches(assessment.Risk)),
        .. Labelled("Written", [Written(decision, assessment)]),
        .. Labelled("Look at", Hazards(assessment, links)),
        .. Labelled("Ask again", [.. decision.AskAgain.Take(MostRows).Select(Again)]),
    ];

    private static IReadOnlyList<string> Because(Decision decision)
    {
        var asking = decision.Requirements.Where(requirement => !requirement.Met).ToList();
        var clauses = (asking.Count > 0 ? asking : decision.Requirements)
            .SelectMany(requirement => requirement.Because)
            .Distinct(StringComparer.Ordinal);
        return string.Join(", ", clauses) is { Length: > 0 } because ? [Words(because)] : [];
    }

    private static IReadOnlyList<string> Reaches(Risk risk)
    {
        var touched = Names(risk.Touched);
        return risk.Downstream switch
        {
            Known<IReadOnlyList<string>>.Unknown { Reason: var why } =>
                [Words($"what stands downstream is unknown, because {why}")],
            Known<IReadOnlyList<string>>.Fact when risk.Touched.Count == 0 => [],
            Known<IReadOnlyList<string>>.Fact { Value.Count: 0 } => [$"{touched}, nothing downstream"],
            _ => [$"{touched} and {Wording.Count(risk.Downstream.Or([]).Count, "service")} downstream"],
        };
    }

    private static string Names(IReadOnlyList<string> names) => Wording.Some([.. names.Select(Path)], MostNames);

    private static string Written(Decision decision, Assessment assessment)
    {
        var provenance = assessment.Provenance;
        var counted = provenance.Verdict == decision.CountsAs || decision.CountsAs is ProvenanceVerdict.None
            ? ""
            : $", counted as {Verdict(decision.CountsAs)}";
        if (provenance.Signals.Count == 0)
            return Verdict(provenance.Verdict) + counted;

        var tools = provenance.Signals.Select(signal => signal.Tool).Distinct(StringComparer.Ordinal);
        var where = OutlineReasons.Where(provenance.Signals, assessment.Change.Commits.Or([]).Count);
        return $"{Verdict(provenance.Verdict)}{counted} ({Words($"{Wording.Some([.. tools], 2)}, {where}")})";
    }

    private static string Verdict(ProvenanceVerdict verdict) => verdict switch
    {
        ProvenanceVerdict.Agent => "by an agent",
        ProvenanceVerdict.Assisted => "AI-assisted",
        ProvenanceVerdict.DeclaredHuman => "declared human",
        ProvenanceVerdict.None => "no mark of AI",
    };

    private static IReadOnlyList<string> Hazards(Assessment assessment, ForgeLinks links)
    {
        var hazards = assessment.Risk.Hazards;
        var rows = hazards.Take(MostRows)
            .Select(hazard => $"{Link(hazard, assessment.Change, links)} {Words(hazard.Why)}");
        return hazards.Count <= MostRows ? [.. rows] : [.. rows, $"… {hazards.Count - MostRows:N0} more"];
    }

    /// <summary>The line where it stands: at the head, or at the merge base where the change removes it.</summary>
    internal static string Link(Hazard hazard, Change change, ForgeLinks links)
    {
        var shown = MarkdownText.Code($"{Columns.CutMiddle(VisibleText.Of(hazard.File), LongestPath)}:{hazard.Line}");
        var address = links.Line(hazard.Removed ? change.MergeBase : change.Head, hazard.File, hazard.Line);
        return (address is null ? shown : $"[{shown}]({address})") + (hazard.Removed ? " (removed)" : "");
    }

    private static string Again(ReAsk again) =>
        Words($"{again.Person.Display} approved {again.Approved.Short}; since then changed:") + " "
        + Names(again.ChangedPaths);

    private static string Refused(Refusal refusal) =>
        $"{MarkdownText.Code(Limited(refusal.Line))} of {Words(refusal.Author)}: "
        + MarkdownText.Sentence(Limited(refusal.Why));

    private static string Path(string path) =>
        MarkdownText.Code(Columns.CutMiddle(VisibleText.Of(path), LongestPath));

    private static string Words(string text) => MarkdownText.Words(Limited(text));

    private static string Limited(string text) => Columns.CutEnd(VisibleText.Of(text), LongestText);

    private static IEnumerable<(string Label, string Cell)> Labelled(string label, IReadOnlyList<string> cells) =>
        cells.Select((cell, index) => (index == 0 ? label : "", cell));
}
