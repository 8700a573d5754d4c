using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Action.Workflow;

/// <summary>
/// What happens where a pull request can't be read: its check, where we know which, shows that and waits; the step
/// fails.
/// </summary>
internal sealed class LeaveUndecided(ActionRun run, WorkflowEvent.PullRequest asked)
{
    /// <summary>Where it stands; null where that could not be read either.</summary>
    public PlacedPull? Placed { get; init; }

    /// <summary>The check this run wrote itself; null where it wrote none.</summary>
    public PublishedCheck? Waiting { get; init; }

    public async Task<ExitCode> Because(ForgeException failure, CancellationToken cancellationToken)
    {
        var repository = asked.Reference.Repository;
        var decision = new Decision
        {
            State = DecisionState.Undecided,
            Shadow = Placed?.Policy is PolicyReading.Valid { Policy.Mode: PolicyMode.Shadow },
            Reasons = [$"The pull request could not be read. {failure.Message}"],
        };
        var head = Placed?.Head ?? asked.Hints.Head;
        var unshown = run.Decides ? await Show(decision, cancellationToken) : null;
        var unheard = await Signal.Send(run, new(repository, asked.Reference.Number, head), cancellationToken);

        IReadOnlyList<string> notes = [.. new[] { unshown, unheard }.OfType<string>()];
        new ShowDecision(run, run.Report(repository)).Of(decision, head, Shown?.Name ?? "", notes);
        foreach (var note in decision.Reasons.Concat(notes))
            run.Log.Fail(note);
        return ExitCode.Failure;
    }

    private ShownCheck? Shown => Placed is { } placed
        ? new(placed.Head, placed.CheckName)
        : asked.Hints is { Head: { } head, Base: { } into }
            ? new(head, CheckName.For(naming: null, into, asked.DefaultBranch))
            : null;

    /// <summary>Why the check does not show it; null where it does.</summary>
    private async Task<string?> Show(Decision decision, CancellationToken cancellationToken)
    {
        if (Shown is not { } shown)
            return "No check shows this: the event does not say which commit is the head.";
        var present = Waiting ?? Placed?.Checks.FirstOrDefault(check => check.Name == shown.Name);
        var forge = new GitHubForge(run.Api, new());
        try
        {
            foreach (var effect in PlanUndecided.Of(shown, decision, present, run.Report(asked.Reference.Repository)))
                if (effect is Effect.SetCheck check)
                    await forge.SetCheck(asked.Reference.Repository, check, cancellationToken);
            return null;
        }
        catch (ForgeException failure)
        {
            return new Publication(failure, null, null).Sentences().First();
        }
    }
}
