using System.Text;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>A decision as the details of a check show it.</summary>
public static class CheckSummary
{
    /// <summary>What a check run takes, in characters.</summary>
    /// <seealso href="https://docs.github.com/rest/checks/runs#create-a-check-run"/>
    public const int MaxLength = 65_535;

    private const int MostReasons = 1_000;

    private const string Note =
        "_The rest is cut: a check holds 65,535 characters. The step's summary and `report` hold all of it._";

    /// <param name="lead">Markdown of ours that stands before the decision; empty where nothing does.</param>
    public static string Of(Decision decision, ReportContext context, string lead = "")
    {
        var told = ForgeOutline.Told(decision, context);
        var text = new StringBuilder(lead);
        if (lead.Length > 0)
            text.Append('\n');
        text.Append(DecisionMarkdown.Of(ForgeOutline.Of(decision, context)));
        if (context.ByWorkflow)
            text.Append('\n').Append(WorkflowTrust.Short);
        if (told.Reasons.Count > 0)
            text.Append("\n### Every reason\n\n").Append(ReasonMarkdown.List(told, MostReasons));
        return Cut(text.ToString());
    }

    /// <summary>Markdown of at most <see cref="MaxLength"/> characters, cut between two lines.</summary>
    public static string Cut(string markdown) => CutMarkdown.AtCharacters(markdown, MaxLength, Note);
}
