using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>A pull request that is asked about.</summary>
internal sealed record PullQuestion(GitHubApi Api, ChangeReference.PullRequest Reference)
{
    /// <summary>Where it is believed to stand; null to ask first.</summary>
    public PullPlace? Place { get; init; }

    /// <summary>Null where no members-token was given.</summary>
    public GitHubApi? Members { get; init; }

    /// <summary>Who is told where it stands; null for nobody.</summary>
    public Func<PlacedPull, Task>? WhenPlaced { get; init; }
}

/// <summary>
/// The first questions about a pull request, all under way once this is made. What waits here waits for nothing but
/// where the pull request stands.
/// </summary>
internal sealed class PullReading
{
    private const string TracePath = ".agent-trace/traces.jsonl";

    private readonly PullQuestion question;
    private readonly CancellationToken cancellationToken;
    private readonly Task<PullPlace> place;

    public PullReading(PullQuestion question, CancellationToken cancellationToken)
    {
        (this.question, this.cancellationToken) = (question, cancellationToken);
        Door = new(question.Api, question.Reference.Repository);
        Objects = new(Door);
        Trees = new(Door, Objects, cancellationToken);
        Commits = new(Door, cancellationToken);
        var number = question.Reference.Number;

        Pull = Door.Api.GetAfterEvent(Door.At($"pulls/{number}"), GitHubReplies.Default.PullReply, cancellationToken);
        place = question.Place is { } known ? Task.FromResult(known) : FromPull();
        BaseObjects = FindAtBase();
        HeadObjects = FindAtHead();
        Files = Attempt.Fact(
            new ReadPullFiles(Door, Objects, cancellationToken).Listed(number, question.Place?.Files),
            "the list of changed files");
        Listed = ListCommits();
        Reviews = Door.Api.List(
            Door.At($"pulls/{number}/reviews"), GitHubReplies.Default.ReviewReplyArray, null, cancellationToken);
        Comments = Door.Api.List(
            Door.At($"issues/{number}/comments"),
            GitHubReplies.Default.CommentReplyArray,
            question.Place?.Comments,
            cancellationToken);
        Collaborators = Attempt.Fact(
            Door.Api.List(
                Door.At("collaborators"),
                GitHubReplies.Default.CollaboratorReplyArray,
                null,
                cancellationToken),
            "who may write to the repository",
            Holders.Advice);
        Comparison = Compare();
        Activity = ReadActivity();
        TipTree = Attempt.Fact(
            Trees.OfBranch(question.Place?.Base ?? PolicyBranches.Default, Tip()), "the tree of the base branch");
        HeadTree = Attempt.Fact(OfHead(head => Trees.Of(head)), "the tree of the head");
        Checks = OfHead(head => new ReadChecks(Door, cancellationToken).Permitted(head));
    }

    public RepositoryDoor Door { get; }

    public ReadObjects Objects { get; }

    public ReadTrees Trees { get; }

    public ReadCommits Commits { get; }

    /// <summary>The pull request itself: the truth about where it stands.</summary>
    public Task<PullReply> Pull { get; }

    public Task<(FoundObjects Found, PolicyBranches Branches)> BaseObjects { get; }

    public Task<FoundObjects> HeadObjects { get; }

    public Task<Known<IReadOnlyList<FileReply>>> Files { get; }

    /// <summary>The pull request's own list of commits; null where it would not hold them all.</summary>
    public Task<IReadOnlyList<CommitReply>?> Listed { get; }

    public Task<IReadOnlyList<ReviewReply>> Reviews { get; }

    public Task<IReadOnlyList<CommentReply>> Comments { get; }

    public Task<Known<IReadOnlyList<CollaboratorReply>>> Collaborators { get; }

    public Task<Comparison> Comparison { get; }

    /// <summary>The moves of the head branch, newest first.</summary>
    public Task<Known<IReadOnlyList<ActivityReply>>> Activity { get; }

    public Task<Known<CommitTree>> TipTree { get; }

    public Task<Known<CommitTree>> HeadTree { get; }

    public Task<Known<IReadOnlyList<CheckRunReply>>> Checks { get; }

    /// <summary>Ends when every question has, and says how.</summary>
    public Task All => Task.WhenAll(
        Pull, BaseObjects, HeadObjects, Files, Listed, Reviews, Comments, Collaborators, Comparison, Activity, TipTree,
        HeadTree, Checks);

    /// <summary>Agent Trace records among the objects of the head.</summary>
    public static string TraceAt(Sha head) => $"{head}:{TracePath}";

    private async Task<PullPlace> FromPull() => PullPlace.Of(await Pull);

    private async Task<T> OfHead<T>(Func<Sha, Task<T>> ask) => await ask((await place).Head);

    /// <summary>
    /// One question for both sides where both are known. Where nothing is, the default branch is asked first: most
    /// pull requests go there.
    /// </summary>
    private async Task<(FoundObjects Found, PolicyBranches Branches)> FindAtBase()
    {
        if (question.Place is { } known)
        {
            var branch = $"refs/heads/{known.Base}";
            string[] both = [.. AtBase(branch), .. AtBase(PolicyBranches.Default), .. AtHead(known.Head)];
            return (await Ask(both), new(branch, known.Base));
        }

        var early = Ask([.. AtBase(PolicyBranches.Default)]);
        var pull = await Pull;
        if (pull.Base.Ref == pull.Base.Repo?.DefaultBranch)
            return (await early, new(PolicyBranches.Default, pull.Base.Ref));
        var target = $"refs/heads/{pull.Base.Ref}";
        var late = await Ask([.. AtBase(target)]);
        return ((await early).With(late), new(target, pull.Base.Ref));
    }

    private async Task<FoundObjects> FindAtHead() => question.Place is null
        ? await OfHead(head => Ask([.. AtHead(head)]))
        : (await BaseObjects).Found;

    private static IEnumerable<string> AtBase(string branch) =>
        [.. FindBasePolicy.Questions(branch), .. ReadCodeOwners.Questions(branch), ReadNotes.Root];

    private static IEnumerable<string> AtHead(Sha head) => [.. ReadCodeOwners.Questions($"{head}"), TraceAt(head)];

    private Task<FoundObjects> Ask(string[] expressions) =>
        Objects.Of(expressions, ObjectFields.Content, cancellationToken);

    private async Task<BranchTip> Tip()
    {
        var (found, branches) = await BaseObjects;
        return found[branches.Base] is { } tip
            ? new(tip.Oid, tip.Tree?.Oid)
            : throw new ForgeException(
                ForgeFailure.NotFound,
                $"The base branch {branches.Name} of {Door.FullName} does not exist; retarget the pull request.");
    }

    /// <summary>By the branch's name, and again by its tip where it moved in between.</summary>
    private async Task<Comparison> Compare()
    {
        var at = await place;
        var comparison = await Commits.Compare(at.Base, at.Head);
        var tip = await Tip();
        return comparison.BaseCommit == tip.Commit
            ? comparison
            : await Commits.Compare($"{tip.Commit}", at.Head);
    }

    private async Task<IReadOnlyList<CommitReply>?> ListCommits()
    {
        if (question.Place?.Commits > ReadCommits.MostListed)
            return null;
        var listed = await Attempt.Fact(
            Commits.Listed(question.Reference.Number, question.Place?.Commits), "the list of commits");
        return listed.Or([]);
    }

    private async Task<Known<IReadOnlyList<ActivityReply>>> ReadActivity()
    {
        var at = await place;
        if (at.HeadRepository is not { } repository)
            return new Known<IReadOnlyList<ActivityReply>>.Unknown(
                "the repository it came from was deleted, and the record of its pushes with it; push the commits to "
                + "another branch and open a new pull request");
        var branch = RepositoryDoor.Escaped($"refs/heads/{at.HeadRef}");
        return await Attempt.Fact(
            Door.Api.ListUntil(
                new RepositoryDoor(question.Api, repository).At($"activity?ref={branch}"),
                GitHubReplies.Default.ActivityReplyArray,
                async moves => Pushes.IsEnough(moves, (await Comparison).MergeBase),
                cancellationToken),
            $"who pushed to {at.HeadRef} of {repository}",
            $"the token needs 'contents: read' on {repository}");
    }
}
