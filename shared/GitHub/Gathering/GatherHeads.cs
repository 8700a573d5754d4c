using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>What is known of a change's heads: who wrote and pushed them, and what was said about them.</summary>
/// <param name="Commits">Of every head, oldest first.</param>
/// <param name="Pushers">Who ever moved a head.</param>
internal sealed record GatheredHeads(Known<IReadOnlyList<Commit>> Commits, Known<IReadOnlyList<Person>> Pushers)
{
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Sha> Former { get; init; }

    public required IReadOnlyDictionary<Sha, Known<IReadOnlyList<ChangedFile>>> Spoken { get; init; }

    public required IReadOnlyList<Review> Reviews { get; init; }

    public required IReadOnlyList<string> Remarks { get; init; }
}

/// <summary>Reads the history of a pull request: the commits of every head it had, and its reviews.</summary>
/// <param name="files">What the head changes: what it renames is a rename at its former heads too.</param>
internal sealed class GatherHeads(
    PullReading first, Task<Known<IReadOnlyList<ChangedFile>>> files, CancellationToken cancellationToken)
{
    public async Task<GatheredHeads> Run()
    {
        var own = OwnCommits();
        var dismissed = Dismissed();
        var reviews = Reviews.From(await first.Reviews, new Dictionary<long, string>());
        var at = await first.Comparison;
        var pushes = Record(await first.Activity, at, (await first.Pull).Head.Ref);
        var former = Former(pushes.FormerHeads, reviews.Read, at.Head);
        var heads = new ReadFormerHeads(first.Commits, first.Trees, at.BaseCommit);

        var conversation = WrittenComments.From(await first.Comments, (await first.BaseObjects).Found.Viewer);
        var spoken = SpokenHeads.Of(former, reviews.Read, conversation.Comments);
        var read = Task.WhenAll(spoken.Take(SpokenHeads.Most).Select(
            async head => KeyValuePair.Create(head, await heads.Files(head, (await files).Or([])))));
        var current = await own;
        var replaced = await heads.Replaced(former, current.Or([]));
        var (notes, unread) = await Notes([.. current.Or([]), .. replaced.Or([])]);
        return new(Combine(current, replaced, notes), pushes.Pushers)
        {
            Former = former,
            Spoken = (await read).ToDictionary(),
            Reviews = Reviews.From(await first.Reviews, await dismissed).Read,
            Remarks =
            [
                .. reviews.Remarks,
                .. unread is null ? [] : new[] { unread },
                .. spoken.Count <= SpokenHeads.Most ? [] : new[]
                {
                    $"Of {spoken.Count} former heads that approvals name, the newest {SpokenHeads.Most} are looked at.",
                },
            ],
        };
    }

    private static Pushes Record(Known<IReadOnlyList<ActivityReply>> activity, Comparison at, string branch) =>
        activity is Known<IReadOnlyList<ActivityReply>>.Fact { Value: var moves }
            ? Pushes.From(moves, at, branch)
            : Pushes.Unknown(Attempt.Missing(activity)!);

    private async Task<IReadOnlyDictionary<long, string>> Dismissed()
    {
        if (!Reviews.AskForDismissals(await first.Reviews))
            return new Dictionary<long, string>();
        var events = await first.Door.Api.List(
            first.Door.At($"issues/{(await first.Pull).Number}/events"),
            GitHubReplies.Default.EventReplyArray,
            null,
            cancellationToken);
        return events.Select(each => each.DismissedReview).OfType<DismissedReviewReply>()
            .DistinctBy(review => review.ReviewId)
            .ToDictionary(review => review.ReviewId, review => review.State);
    }

    /// <summary>Those of the branch's record, and what was reviewed beside them.</summary>
    private static IReadOnlyList<Sha> Former(
        IReadOnlyList<Sha> recorded, IReadOnlyList<Review> reviews, Sha head) =>
    [
        .. recorded.Concat(reviews.Reverse().Select(review => review.Head))
            .Where(each => each != head && each != default)
            .Distinct(),
    ];

    private async Task<Known<IReadOnlyList<CommitReply>>> OwnCommits()
    {
        var (listed, at) = (await first.Listed, await first.Comparison);
        return listed is not null && ReadCommits.IsWhole(listed, at)
            ? Known.Fact(listed)
            : await Attempt.Reading(first.Commits.Between(at), "the commits");
    }

    /// <summary>By commit, and a remark where they could not be read: no note is no evidence.</summary>
    private async Task<(IReadOnlyDictionary<Sha, string> Notes, string? Remark)> Notes(
        IReadOnlyList<CommitReply> commits)
    {
        var root = (await first.BaseObjects).Found[ReadNotes.Root];
        var read = await Attempt.Fact(
            new ReadNotes(first.Door, first.Objects, cancellationToken).On(commits.Select(commit => commit.Sha), root),
            "git-ai's notes");
        var remark = Attempt.Missing(read) is { } reason ? $"Notes on commits are not seen: {reason}." : null;
        return (read.Or(new Dictionary<Sha, string>()), remark);
    }

    private static Known<IReadOnlyList<Commit>> Combine(
        Known<IReadOnlyList<CommitReply>> current,
        Known<IReadOnlyList<CommitReply>> replaced,
        IReadOnlyDictionary<Sha, string> notes) =>
        (Attempt.Missing(current) ?? Attempt.Missing(replaced)) is { } reason
            ? new Known<IReadOnlyList<Commit>>.Unknown(reason)
            : Known.Fact(CombineCommits.Of(current.Or([]), replaced.Or([]), notes));
}
