using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Reads a pull request, decides about it, and publishes what was decided.</summary>
internal sealed class DecidePullRequest
{
    /// <summary>How often it is decided again because the head moved on meanwhile.</summary>
    private const int MostMoves = 2;

    private readonly ActionRun run;
    private readonly WorkflowEvent.PullRequest asked;
    private readonly ReportContext report;
    private PlacedPull? placed;
    private PublishedCheck? waiting;
    private Task<Known<IReadOnlyList<DecidedChange>>>? sharing;

    public DecidePullRequest(ActionRun run, WorkflowEvent.PullRequest asked)
    {
        (this.run, this.asked) = (run, asked);
        report = run.Report(asked.Reference.Repository);
    }

    /// <exception cref="CommandException">The policy asks for teams, and no token reads who is in them.</exception>
    public async Task<ExitCode> Run(CancellationToken cancellationToken)
    {
        try
        {
            for (var moves = 0; ; moves++)
            {
                var forge = Forge(moves == 0 ? asked.Hints : null, cancellationToken);
                var gathered = await forge.Gather(asked.Reference, cancellationToken);
                if (placed is { Closed: true })
                    return Closed();

                var judged = Judged.Of(gathered, run.Shell.Clock.GetUtcNow());
                var effects = await Effects(judged);
                var publication = await Publication.Of(forge, asked.Reference, effects, cancellationToken);
                if (!publication.IsLate || moves == MostMoves)
                    return await Finish(judged, publication, cancellationToken);
            }
        }
        catch (ForgeException failure)
        {
            return await new LeaveUndecided(run, asked) { Placed = placed, Waiting = waiting }
                .Because(failure, cancellationToken);
        }
    }

    private GitHubForge Forge(EventHints? hints, CancellationToken cancellationToken) => new(run.Api, new()
    {
        Members = run.Members,
        Hints = hints,
        WhenPlaced = pull => Placed(pull, cancellationToken),
    });

    private ExitCode Closed()
    {
        run.Log.Say($"Pull request {asked.Reference.Number} is closed, so nothing is written.");
        return ExitCode.Passes;
    }

    /// <summary>While the facts are still read: what must be known, or written, before them.</summary>
    private async Task Placed(PlacedPull pull, CancellationToken cancellationToken)
    {
        placed = pull;
        if (pull.Closed || !run.Decides)
            return;
        TeamRungs.Demand(run.Members, pull.Policy);
        sharing = new DecideSharing(run, asked.Reference).With(pull.Head, cancellationToken);
        if (asked.NewHead && pull.Policy is PolicyReading.Valid { Policy.Mode: PolicyMode.Enforce })
            waiting = await Wait(pull, cancellationToken) ?? waiting;
    }

    /// <summary>
    /// Shows that the head is read, where nothing of ours shows yet. Where that can't be written the decision's own
    /// check can't either, and says so.
    /// </summary>
    private async Task<PublishedCheck?> Wait(PlacedPull pull, CancellationToken cancellationToken)
    {
        if (pull.Checks.Any(check => check.Name == pull.CheckName && check.State is not null)
            || Plan.Waiting(pull.Head, pull.CheckName, present: null) is not { } check)
            return null;
        try
        {
            return await new GitHubForge(run.Api, new())
                .SetCheck(asked.Reference.Repository, check, cancellationToken);
        }
        catch (ForgeException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<Effect>> Effects(Judged judged)
    {
        var wishes = new Wishes(run.Inputs.Comment, WritesCheck: run.Decides);
        var context = new PlanContext(wishes, report with { Refused = judged.Refused })
        {
            Sharing = sharing is null ? Known.Fact<IReadOnlyList<DecidedChange>>([]) : await sharing,
        };
        var gathered = judged.Gathered;
        return Plan.Effects(
            judged.Decision,
            waiting is null ? gathered : gathered with { Published = With(gathered.Published, waiting) },
            context);
    }

    private static Published With(Published published, PublishedCheck written) =>
        published with { Checks = [written, .. published.Checks.Where(check => check.Id != written.Id)] };

    private async Task<ExitCode> Finish(Judged judged, Publication publication, CancellationToken cancellationToken)
    {
        var head = judged.Gathered.Change.Head;
        var unheard = await Signal.Send(
            run, new(asked.Reference.Repository, asked.Reference.Number, head), cancellationToken);
        IReadOnlyList<string> notes = [.. publication.Sentences(), .. unheard is null ? [] : new[] { unheard }];
        var show = new ShowDecision(run, report with { Refused = judged.Refused });
        show.Of(judged.Decision, head, judged.Gathered.CheckName, notes);
        var failed = publication.Failed || unheard is not null;
        foreach (var note in notes)
            if (failed)
                run.Log.Fail(note);
            else
                run.Log.Warn(note);
        return failed ? ExitCode.Failure : ExitCode.Passes;
    }
}
