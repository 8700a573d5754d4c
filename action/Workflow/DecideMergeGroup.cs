using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>
/// Decides every pull request of a merge group, and shows on the group's head whether all of it passes.
/// </summary>
internal sealed class DecideMergeGroup(ActionRun run, WorkflowEvent.MergeGroup asked)
{
    private readonly GitHubForge forge = new(run.Api, new() { Members = run.Members });
    private Gathered? any;

    /// <exception cref="CommandException">A policy asks for teams, and no token reads who is in them.</exception>
    public async Task<ExitCode> Run(CancellationToken cancellationToken)
    {
        if (!run.Decides)
            return await Tell(cancellationToken);

        var (members, failed) = await Members(cancellationToken);
        var name = CheckName.For(any?.Naming, asked.Base, any?.Change.DefaultBranch ?? asked.DefaultBranch);
        var unshown = await Show(new(asked.Head, name, members), cancellationToken);
        IReadOnlyList<string> notes = [.. new[] { Unread(members), unshown }.OfType<string>()];
        new ShowDecision(run, run.Report(asked.Repository)).Of(Strictest(members), asked.Head, name, notes);
        foreach (var note in notes)
            run.Log.Fail(note);
        return failed || unshown is not null ? ExitCode.Failure : ExitCode.Passes;
    }

    private async Task<ExitCode> Tell(CancellationToken cancellationToken)
    {
        var unheard = await Signal.Send(run, new(asked.Repository, Number: null, asked.Head), cancellationToken);
        if (unheard is null)
            return ExitCode.Passes;
        run.Log.Fail(unheard);
        return ExitCode.Failure;
    }

    private async Task<(Known<IReadOnlyList<DecidedChange>> Members, bool Failed)> Members(
        CancellationToken cancellationToken)
    {
        try
        {
            return await forge.MergeGroupMembers(asked.Repository, asked.Base, asked.Head, cancellationToken) switch
            {
                Known<IReadOnlyList<QueuedPull>>.Fact { Value: var queued } =>
                    (Known.Fact<IReadOnlyList<DecidedChange>>(
                    await Task.WhenAll(queued.Select(pull => Decided(pull, cancellationToken)))), false),
                Known<IReadOnlyList<QueuedPull>>.Unknown { Reason: var why } => Unknown(why),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (ForgeException failure)
        {
            var advice = failure.Failure is ForgeFailure.Forbidden ? "; the token needs 'merge-queues: read'" : "";
            return Unknown($"they can't be read ({failure.Message.TrimEnd('.')}){advice}");
        }

        static (Known<IReadOnlyList<DecidedChange>>, bool) Unknown(string why) =>
            (new Known<IReadOnlyList<DecidedChange>>.Unknown(why), true);
    }

    private async Task<DecidedChange> Decided(QueuedPull pull, CancellationToken cancellationToken)
    {
        var reference = new ChangeReference.PullRequest(asked.Repository, pull.Number);
        var gathered = await forge.Gather(reference, cancellationToken);
        TeamRungs.Demand(run.Members, gathered.Policy);
        if (gathered.Change.Head != pull.Head)
            throw new ForgeException(
                ForgeFailure.Conflict,
                $"#{pull.Number} stands in the queue at {pull.Head.Short}, but its head is "
                + $"{gathered.Change.Head.Short}.");
        any = gathered;
        return Judged.Of(gathered, run.Shell.Clock.GetUtcNow()).Decided;
    }

    /// <summary>Why the check does not show it; null where it does.</summary>
    private async Task<string?> Show(DecidedGroup group, CancellationToken cancellationToken)
    {
        try
        {
            var checks = await forge.ChecksOn(asked.Repository, group.Head, any?.Naming, cancellationToken);
            foreach (var effect in Plan.Group(group, checks.FirstOrDefault(check => check.Name == group.CheckName)))
                if (effect is Effect.SetCheck check)
                    await forge.SetCheck(asked.Repository, check, cancellationToken);
            return null;
        }
        catch (ForgeException failure)
        {
            return new Publication(failure, null, null).Sentences().First();
        }
    }

    private static string? Unread(Known<IReadOnlyList<DecidedChange>> members) =>
        members is Known<IReadOnlyList<DecidedChange>>.Unknown { Reason: var why }
            ? $"The pull requests of this merge group are unknown, because {why}."
            : null;

    private static Decision Strictest(Known<IReadOnlyList<DecidedChange>> members) => members switch
    {
        Known<IReadOnlyList<DecidedChange>>.Fact { Value: [_, ..] known } => Effects.Strictest.Of(known).Decision,
        _ => new()
        {
            State = DecisionState.Undecided,
            Reasons = [Unread(members) ?? "No pull request of this merge group is known, so nothing is decided."],
        },
    };
}
