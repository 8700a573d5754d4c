using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.Policies;

namespace ChangeSentinel.GitHub;

/// <summary>Pull requests on a GitHub, read over its API and written to it.</summary>
public sealed class GitHubForge(GitHubApi api, GatherOptions options) : IForge
{
    /// <summary>How often a reading begins again because the pull request moved on meanwhile.</summary>
    private const int MostMoves = 2;

    /// <inheritdoc />
    /// <exception cref="ForgeException">
    /// The pull request, its policy, or what was said about it can't be read; or its head keeps moving.
    /// </exception>
    public async Task<Gathered> Gather(
        ChangeReference.PullRequest reference, CancellationToken cancellationToken)
    {
        var place = options.Hints is { } hints && hints.Number == reference.Number ? PullPlace.Of(hints) : null;
        for (var moves = 0; moves <= MostMoves; moves++)
        {
            var question = new PullQuestion(api, reference)
            {
                Place = place,
                Members = options.Members,
                WhenPlaced = options.WhenPlaced,
            };
            var (gathered, truth) = await Try(question, cancellationToken);
            if (gathered is not null)
                return gathered;
            place = truth;
        }

        throw new ForgeException(
            ForgeFailure.Conflict,
            $"The head of #{reference.Number} keeps moving while it is read; run again once it rests.");
    }

    /// <inheritdoc />
    /// <exception cref="ForgeException">
    /// Something could not be written; a conflict where the head has moved on, and then nothing else is written.
    /// </exception>
    public async Task Apply(
        ChangeReference.PullRequest reference, IReadOnlyList<Effect> effects, CancellationToken cancellationToken)
    {
        if (await Write(reference, effects, cancellationToken) is [var failed, ..])
            throw failed.Failure;
    }

    /// <summary>The same, where one refusal leaves the others: what could not be written, checks first.</summary>
    public Task<IReadOnlyList<FailedEffect>> Write(
        ChangeReference.PullRequest reference, IReadOnlyList<Effect> effects, CancellationToken cancellationToken) =>
        new ApplyEffects(new(api, reference.Repository), reference.Number, cancellationToken).Run(effects);

    /// <summary>
    /// Writes a check at once, whatever else is under way: on the head of a merge group, which no pull request has, or
    /// one that lets nothing pass.
    /// </summary>
    /// <param name="repository">`owner/name`.</param>
    /// <returns>The check as it is kept.</returns>
    public Task<PublishedCheck> SetCheck(
        string repository, Effect.SetCheck check, CancellationToken cancellationToken) =>
        new WriteCheck(new(api, repository), cancellationToken).Run(check);

    /// <summary>Our check runs on a commit that is not gathered: a merge group's head, or a new one.</summary>
    /// <param name="repository">`owner/name`.</param>
    /// <param name="naming">The default branch's policy; null where it has none.</param>
    /// <exception cref="ForgeException">They can't be read.</exception>
    public async Task<IReadOnlyList<PublishedCheck>> ChecksOn(
        string repository, Sha commit, Policy? naming, CancellationToken cancellationToken)
    {
        var door = new RepositoryDoor(api, repository);
        var runs = new ReadChecks(door, cancellationToken).On(commit);
        var viewer = new ReadObjects(door).Of([$"{commit}"], ObjectFields.Kind, cancellationToken);
        await Task.WhenAll(runs, viewer);
        return ReadChecks.Ours(await runs, (await viewer).Viewer, naming);
    }

    /// <summary>Every open pull request with this head, whatever its base; the given one too.</summary>
    public async Task<IReadOnlyList<int>> SharingHead(
        ChangeReference.PullRequest reference, Sha head, CancellationToken cancellationToken)
    {
        var door = new RepositoryDoor(api, reference.Repository);
        var pulls = await api.List(
            door.At($"commits/{head}/pulls"), GitHubReplies.Default.PullReplyArray, null, cancellationToken);
        return
        [
            .. pulls.Where(pull => pull.State == "open" && pull.Head.Sha == head).Select(pull => pull.Number).Order(),
        ];
    }

    /// <summary>The pull requests in a merge group: those of the queue up to its head, in their order.</summary>
    /// <param name="repository">`owner/name`.</param>
    /// <param name="branch">The base, without `refs/heads/`.</param>
    public Task<Known<IReadOnlyList<QueuedPull>>> MergeGroupMembers(
        string repository, string branch, Sha groupHead, CancellationToken cancellationToken) =>
        new ReadMergeGroup(new(api, repository), cancellationToken).Of(branch, groupHead);

    /// <summary>Null where the pull request does not stand where the questions were asked, and where it does.</summary>
    private static async Task<(Gathered? Gathered, PullPlace Truth)> Try(
        PullQuestion question, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = new PullReading(question, stop.Token);
        var gathering = new GatherPull(question, first, stop.Token).Run();
        try
        {
            var truth = PullPlace.Of(await first.Pull);
            var isThere = question.Place is not { } asked || asked.IsSameAs(truth);
            return (isThere ? await gathering : null, truth);
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)gathering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
