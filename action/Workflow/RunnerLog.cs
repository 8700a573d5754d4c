using System.Text;
using ChangeSentinel.GitHub;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Workflow;

/// <summary>What the step tells the runner and whoever reads the run: log, annotations, outputs, summary.</summary>
/// <remarks>Outside of a workflow the same is said on standard output, as far as a reader wants it.</remarks>
internal sealed class RunnerLog(Shell shell)
{
    /// <summary>GitHub refuses a summary beyond 1 MiB.</summary>
    private const int MostSummary = 1 << 20;

    private const string Title = "ChangeSentinel";
    private readonly bool inWorkflow = shell.Variable("GITHUB_ACTIONS") is "true";

    /// <summary>Before anything else is said: the runner then shows stars for it.</summary>
    public void Mask(Secret? secret)
    {
        if (inWorkflow && secret is not null && secret.Reveal() is { Length: > 0 } value)
            shell.Say(WorkflowCommand.Mask(value));
    }

    public void Say(string sentence) => shell.Say($"{VisibleText.Of(sentence)}\n");

    /// <summary>Text of several lines, some of it from outside.</summary>
    public void Show(string text) => shell.Say(inWorkflow ? WorkflowCommand.Inert(text) : text);

    /// <summary>
    /// A place whose name hides something is told in words, since the runner takes none but the true one.
    /// </summary>
    public void Annotate(AnnotationLevel level, string title, string message, AnnotationPlace? place = null)
    {
        if (!inWorkflow)
            return;
        if (place is { File: var file } && VisibleText.Of(file) != file)
            (message, place) = ($"{file}: {message}", null);
        shell.Say(WorkflowCommand.Annotation(level, title, VisibleText.Of(message), place));
    }

    /// <summary>What went otherwise than it should, without the step failing.</summary>
    public void Warn(string sentence)
    {
        Say(sentence);
        Annotate(AnnotationLevel.Warning, Title, sentence);
    }

    /// <summary>Why the step fails, on standard error and at the top of the run.</summary>
    public void Fail(string sentence)
    {
        shell.Complain($"error: {VisibleText.Of(sentence)}\n");
        Annotate(AnnotationLevel.Error, Title, sentence);
    }

    /// <summary>Outputs for the steps that follow, in this order.</summary>
    public void Outputs(IReadOnlyList<(string Name, string Value)> outputs)
    {
        if (shell.Variable("GITHUB_OUTPUT") is { Length: > 0 } file)
        {
            Append(file, string.Concat(outputs.Select(output => OutputEntry.Of(output.Name, output.Value))));
            return;
        }

        Say("GITHUB_OUTPUT is not set, so the outputs are printed here:");
        Show(string.Concat(outputs.Select(output => $"{output.Name}={VisibleText.Of(output.Value)}\n")));
    }

    /// <param name="markdown">GitHub-flavoured, inert.</param>
    public void Summary(string markdown)
    {
        if (shell.Variable("GITHUB_STEP_SUMMARY") is not { Length: > 0 } name)
        {
            Say("GITHUB_STEP_SUMMARY is not set, so the summary is printed here:");
            Show(markdown);
            return;
        }

        var file = new FileInfo(Path.GetFullPath(name, shell.Directory));
        var room = MostSummary - (file.Exists ? file.Length : 0);
        if (Encoding.UTF8.GetByteCount(markdown) + 1 <= room)
            Append(name, markdown.TrimEnd('\n') + "\n");
        else
            Warn("The summary of this step is full; the check holds the same text.");
    }

    private void Append(string file, string text) => File.AppendAllText(Path.GetFullPath(file, shell.Directory), text);
}
