using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Action.Workflow;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel action`: the step of a workflow.</summary>
internal static class RunAction
{
    public static Verb Verb => new("action", "Decides about the pull request of a workflow run.", Run)
    {
        Usage = "",
        Options = typeof(ActionOptions),
        Notes =
        [
            "This is the step a workflow runs; everything it is asked stands in the variables the runner sets: the "
            + "inputs as INPUT_NAME, the event as GITHUB_EVENT_NAME and GITHUB_EVENT_PATH, the repository as "
            + "GITHUB_REPOSITORY. Run by hand with the same variables it does the same, and prints what the runner "
            + "would have taken from files. Nothing of the pull request is checked out or executed.",
            "Exit code: 0 the verdict is published, whatever it is; 2 wrong input, with nothing written; 3 failure.",
        ],
        Examples = [new("sentinel action", "the pull request of the event that started the workflow")],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(ActionOptions))]
    private static async Task<ExitCode> Run(VerbCall call)
    {
        // A step has no words behind it, and reading none would cost as much as the rest of the start.
        if (call.Arguments.Count > 0)
            _ = ParseOptions.Of<ActionOptions>(call, "action");
        var shell = call.Shell;
        var log = new RunnerLog(shell);
        var inputs = ReadInputs.From(shell);
        var asked = ReadEvent.From(shell);
        IReadOnlyList<string> mistakes =
        [
            .. (inputs as InputReading.Invalid)?.Mistakes ?? [],
            .. (asked as EventReading.Invalid)?.Mistakes ?? [],
        ];
        foreach (var mistake in mistakes)
            log.Fail(mistake);
        if (mistakes.Count > 0 || inputs is not InputReading.Valid { Inputs: var valid })
            return ExitCode.Usage;

        using var run = new ActionRun(shell, valid, log);
        return await Act(run, ((EventReading.Valid)asked).Event, call.CancellationToken);
    }

    private static async Task<ExitCode> Act(ActionRun run, WorkflowEvent asked, CancellationToken cancellationToken)
    {
        if (asked is WorkflowEvent.NothingToDo { Why: var why })
        {
            run.Log.Say(why);
            return ExitCode.Passes;
        }

        try
        {
            return asked switch
            {
                WorkflowEvent.PullRequest pull => await new DecidePullRequest(run, pull).Run(cancellationToken),
                WorkflowEvent.MergeGroup group => await new DecideMergeGroup(run, group).Run(cancellationToken),
                _ => throw new UnreachableException(),
            };
        }
        catch (CommandException wrong)
        {
            run.Log.Fail(wrong.Message);
            return ExitCode.Usage;
        }
    }
}
