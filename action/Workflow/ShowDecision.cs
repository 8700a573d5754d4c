using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Workflow;

/// <summary>What is shown of a decision in the run itself: log, annotations, summary, outputs, report.</summary>
internal sealed class ShowDecision(ActionRun run, ReportContext context)
{
    /// <param name="check">The name of the check that shows it, ours or the bot's.</param>
    /// <param name="notes">What the reader must know of this run besides; whole sentences.</param>
    public void Of(Decision decision, Sha? head, string check, IReadOnlyList<string> notes)
    {
        run.Log.Say(DecisionSentence.Of(decision));
        run.Log.Show(DecisionText.Of(decision, Ink.None));
        if (run.Inputs.Annotations)
            foreach (var note in Annotations.Of(decision))
                run.Log.Annotate(AnnotationLevel.Warning, note.Title, note.Message, new(note.File, note.Line));
        run.Log.Summary(Summary(decision, notes));
        var report = ReportFile.Write(DecisionJson.Of(decision), run.Shell);
        run.Log.Outputs(StepOutputs.Of(decision, head, check, report));
    }

    private string Summary(Decision decision, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        foreach (var note in notes)
            text.Append("> ").Append(MarkdownText.Sentence(note)).Append('\n');
        if (text.Length > 0)
            text.Append('\n');
        return text.Append(StepSummary.Of(decision, context)).ToString();
    }
}
