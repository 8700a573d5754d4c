using ChangeSentinel.Fake.Events;
using Comment = ChangeSentinel.Fake.State.Comment;

namespace ChangeSentinel.Scenarios.Language;

/// <summary>A pull request in a story: what people do to it, and what they see on it.</summary>
public sealed class Change(World world, PullRequest pull)
{
    private string? formerHead;
    private string? judgedHead;
    private Run? lastRun;
    private Review? lastReview;
    private Comment? lastComment;

    public PullRequest Pull => pull;

    public string Head => pull.HeadSha;

    public string ShortHead => pull.HeadSha[..7];

    /// <summary>The author pushes one more commit.</summary>
    public string Pushes(params NewFile[] files) => IsPushedToBy(pull.Author!.Login, files);

    public string Pushes(string path, string text) => Pushes(NewFile.Text(path, text));

    /// <summary>Somebody pushes one more commit.</summary>
    public string IsPushedToBy(string login, params NewFile[] files)
    {
        var pusher = world.Person(login);
        return Moves(() => world.State.Push(
            pull.HeadRepository!, pusher, pull.HeadRef, world.Commit(pusher, "Change more", files)));
    }

    /// <summary>A commit with a message and an author of its own is pushed by the pull request's author.</summary>
    public string Pushes(NewCommit commit) =>
        Moves(() => world.State.Push(pull.HeadRepository!, pull.Author!, pull.HeadRef, commit));

    /// <summary>The author puts the branch back to a commit it once had, or to any other.</summary>
    public string ForcePushes(string head) => Moves(() =>
    {
        world.State.Move(pull.HeadRepository!, pull.Author, pull.HeadRef, head);
        return head;
    });

    /// <summary>Somebody replaces everything the branch holds beyond its base.</summary>
    public string IsRewrittenBy(string login, params NewCommit[] commits)
    {
        var pusher = world.Person(login);
        return Moves(
            () => world.State.ForcePush(pull.HeadRepository!, pusher, pull.HeadRef, (pull.MergeBase, commits)));
    }

    /// <param name="at">The commit that was seen; the head where null.</param>
    public void IsReviewedBy(string login, bool approving, string? at = null)
    {
        var reviewer = world.Person(login);
        lastReview = world.Keep(() => world.State.AddReview(pull, reviewer, approving ? "APPROVED" : "CHANGES_REQUESTED", at));
    }

    public void IsCommentedBy(string login, string text)
    {
        var author = world.Person(login);
        lastComment = world.Keep(() => world.State.AddComment(pull, author, text));
    }

    /// <summary>The last comment's text is replaced.</summary>
    public void CommentIsEdited(string text) => world.Keep(() =>
    {
        lastComment!.Body = text;
        lastComment.UpdatedAt = lastComment.CreatedAt.AddSeconds(30);
        return lastComment;
    });

    /// <summary>The step runs for an event about this change.</summary>
    /// <param name="on">The event's name.</param>
    /// <param name="action">What happened; null for what fits the story.</param>
    public async Task<Run> Runs(string on, string? action = null)
    {
        var payload = world.Keep(() => Event(on, action));
        judgedHead = pull.HeadSha;
        var isFork = pull.HeadRepository != pull.Repository;
        return lastRun = await Job.Run(world, payload, pull, readOnly: isFork && on is ("pull_request" or "pull_request_review"));
    }

    /// <summary>The check on the head shows the state, and its title or summary says why.</summary>
    /// <param name="state">A state of `semantics`: waiting, approved, vetoed …</param>
    public void Shows(string state, string because = "", string name = "changesentinel")
    {
        var run = Check(name) ?? throw new InvalidOperationException(
            $"{ShortHead} has no check '{name}'; there are: {string.Join(", ", Checks.Select(one => one.Name))}.\n{world.LastRun}");
        var shown = run.Conclusion ?? run.Status;
        Assert.True(shown == Shown(state), $"'{name}' is {shown}, not {Shown(state)} as {state} is shown: {run.Title}\n{world.LastRun}");
        var isLast = ReferenceEquals(lastRun, world.LastRun) && judgedHead == pull.HeadSha;
        if (isLast && lastRun?.Outputs.TryGetValue("state", out var told) == true)
            Assert.True(state == told, $"The step says {told}, not {state}.\n{world.LastRun}");
        Assert.Contains(because, $"{run.Title}\n{Traces.AsRead(run.Summary)}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>No check of this name is on the head.</summary>
    public void ShowsNothing(string name = "changesentinel") => Assert.Null(Check(name));

    public CheckRun? Check(string name = "changesentinel") => Checks.LastOrDefault(run => run.Name == name);

    /// <summary>These labels, and no others.</summary>
    public void HasLabels(params string[] names) =>
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            pull.Labels.Select(label => label.Name).Order(StringComparer.Ordinal));

    /// <summary>The workflow wrote exactly one comment, and it holds the text.</summary>
    public void HasOneComment(string containing) =>
        Assert.Contains(containing, Traces.AsRead(Assert.Single(OwnComments).Body), StringComparison.OrdinalIgnoreCase);

    public void HasNoComment() => Assert.Empty(OwnComments);

    private IEnumerable<Comment> OwnComments => pull.Comments.Where(comment => comment.App is not null);

    private IEnumerable<CheckRun> Checks => pull.Repository.CheckRuns.Where(run => run.HeadSha == pull.HeadSha);

    private EventPayload Event(string on, string? action) => on switch
    {
        "pull_request" or "pull_request_target" =>
            EventPayload.OfPull(world.GitHub, pull, (on, action ?? Happened()), formerHead),
        "pull_request_review" => EventPayload.OfReview(world.GitHub, pull, lastReview!, action ?? "submitted"),
        "issue_comment" => EventPayload.OfComment(world.GitHub, pull, (lastComment!, action ?? "created")),
        "merge_group" => EventPayload.OfMergeGroup(world.GitHub, pull.Repository.MergeQueues[pull.BaseRef].Single(one => one.Pull == pull)),
        "workflow_dispatch" => EventPayload.OfDispatch(world.GitHub, pull.Repository, world.Owner),
        _ => throw new ArgumentException($"'{on}' is no event the step runs on.", nameof(on)),
    };

    private string Happened() =>
        judgedHead is null ? "opened" : judgedHead == pull.HeadSha ? "edited" : "synchronize";

    private string Moves(Func<string> move)
    {
        formerHead = pull.HeadSha;
        return world.Keep(move);
    }

    private static string Shown(string state) => state switch
    {
        "not-applicable" or "approved" => "success",
        "waiting" or "undecided" => "in_progress",
        "vetoed" or "bad-policy" => "action_required",
        "overridden" or "shadow" or "no-policy" => "neutral",
        _ => throw new ArgumentException($"'{state}' is no state.", nameof(state)),
    };
}
