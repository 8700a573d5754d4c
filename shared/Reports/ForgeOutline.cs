using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>A decision and its outline as they are told on a forge.</summary>
internal static class ForgeOutline
{
    private const string Rest = "all in the step's report";

    /// <summary>
    /// What a workflow decides alone has no `/override`: what would name it says what works instead.
    /// </summary>
    public static Decision Told(Decision decision, ReportContext context) =>
        context.ByWorkflow && decision is { State: DecisionState.Undecided, Assessment: { } assessment }
            ? decision with
            {
                Reasons =
                [
                    .. assessment.Incomplete,
                    "Make it readable and run the workflow again: until then nothing lets the change pass.",
                ],
            }
            : decision;

    /// <summary>The outline without what the reader is told anyway.</summary>
    public static DecisionOutline Of(Decision decision, ReportContext context)
    {
        var outline = OutlineDecision.Of(Told(decision, context), Rest);
        return context.ByWorkflow && decision.State is DecisionState.Undecided
            ? outline with { Rows = [.. Without(outline.Rows, "next")] }
            : outline;
    }

    /// <summary>Rows that continue the one above share its label.</summary>
    public static IEnumerable<OutlineRow> Without(IReadOnlyList<OutlineRow> rows, params IReadOnlyList<string> labels)
    {
        var label = "";
        foreach (var row in rows)
        {
            label = row.Label.Length > 0 ? row.Label : label;
            if (!labels.Contains(label, StringComparer.Ordinal))
                yield return row;
        }
    }
}
