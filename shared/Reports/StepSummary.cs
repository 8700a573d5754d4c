using System.Text;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>
/// The whole derivation of a decision, as the page of a workflow's run shows it: GitHub-flavoured Markdown.
/// </summary>
public static class StepSummary
{
    /// <summary>In bytes of UTF-8; GitHub shows nothing of a summary beyond 1 MiB.</summary>
    /// <seealso href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions"/>
    public const int MaxBytes = 1_000_000;

    private const int MostReasons = 1_000;

    private const string Note = "_The rest is cut: a summary holds 1 MiB. The step's report has all of it._";

    public static string Of(Decision decision, ReportContext context)
    {
        var told = ForgeOutline.Told(decision, context);
        var text = new StringBuilder(DecisionMarkdown.Of(ForgeOutline.Of(decision, context)));
        Chapter(text, "Affected services", Services(told));
        if (context.ByWorkflow)
            text.Append('\n').Append(WorkflowTrust.Long);
        Chapter(text, "Every reason", ReasonMarkdown.List(told, MostReasons));
        Chapter(text, "What is asked", SummaryTables.Requirements(told));
        Chapter(text, "Who may approve", SummaryTables.People(told));
        Chapter(text, "What was said", SummaryTables.Statements(told));
        Chapter(text, "Hazards", SummaryTables.Hazards(told, context.Links));
        Chapter(text, "Marks of who wrote it", SummaryTables.Marks(told));
        Chapter(text, "Commands that were not taken", SummaryTables.Refusals(context.Refused));
        return CutMarkdown.AtBytes(text.ToString(), MaxBytes, Note);
    }

    private static string Services(Decision decision) =>
        decision.Assessment is { } assessment && ServiceDiagram.Of(assessment) is { Length: > 0 } diagram
            ? $"{ServiceDiagram.Legend}\n\n{diagram}"
            : "";

    private static void Chapter(StringBuilder text, string heading, string content)
    {
        if (content.Length > 0)
            text.Append($"\n### {heading}\n\n").Append(content);
    }
}
