using ChangeSentinel.Changes;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;
using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class PublishedTests
{
    private const string Marker = "<!-- changesentinel -->";

    [Fact]
    public static async Task What_we_wrote_is_found_again_and_what_others_wrote_is_theirs()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        var former = pull.HeadSha;
        var actions = ground.State.Actions;
        var other = ground.State.AddApp("other", ground.Acme);
        Check(ground, actions, former, "changesentinel", "success");
        Check(ground, actions, former, "changesentinel", null);
        ground.Push(ground.Alice, "work", NewFile.Text("a", "2\n"));
        Check(ground, actions, pull.HeadSha, "changesentinel (lax)", "neutral");
        Check(ground, actions, pull.HeadSha, "build", "success");
        Check(ground, other, pull.HeadSha, "changesentinel", "success");
        ground.State.AddComment(pull, ground.Bob, Marker + "\nforged");
        var edited = ground.State.AddComment(pull, ground.Bob, "/approve");
        edited.UpdatedAt = edited.CreatedAt.AddMinutes(1);
        var ours = ground.State.AddComment(pull, actions.Bot, Marker + "\nours", actions);
        ground.State.AddComment(pull, actions.Bot, "a report of another workflow", actions);
        ground.Shop.Labels.Add(new(1, "AI: agent", "ffffff", null));
        pull.Labels.Add(new(2, "bug", "ffffff", null));

        var (change, _, published) = await ground.Gather(pull);

        Assert.Equal((CheckState.InProgress, null), State(published, "changesentinel", former));
        Assert.Equal((CheckState.Neutral, null), State(published, "changesentinel (lax)", pull.HeadSha));
        Assert.Equal(2, published.Checks.Count);
        Assert.Equal(new(ours.Id, Marker + "\nours"), published.Comment);
        Assert.Equal(["bob", "bob", "github-actions[bot]"], change.Comments.Select(comment => comment.Author.Login));
        Assert.Equal([false, true, false], change.Comments.Select(comment => comment.Edited));
        Assert.Equal(["AI: agent"], published.Existing);
        Assert.Equal(["bug"], published.Labels);
    }

    [Fact]
    public static async Task Open_pull_requests_that_share_a_head_are_found()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        var second = ground.State.OpenPull(ground.Shop, ground.Alice, (ground.Shop, "work"), "Elsewhere");
        ground.State.OpenPull(ground.Shop, ground.Alice, (ground.Shop, "work"), "Closed").State = "closed";
        ground.Push(ground.Alice, "further", NewFile.Text("b", "1\n"));

        var sharing = await ground.Forge().SharingHead(
            GatherGround.Reference(pull), Sha.Parse(pull.HeadSha), default);

        Assert.Equal([pull.Number, second.Number], sharing);
    }

    [Fact]
    public static async Task The_members_of_a_merge_group_are_the_queue_up_to_its_head()
    {
        await using var ground = await GatherGround.Open();
        var first = ground.Pull(NewFile.Text("a", "1\n"));
        ground.Push(ground.Bob, "next", NewFile.Text("b", "1\n"));
        var second = ground.State.OpenPull(ground.Shop, ground.Bob, (ground.Shop, "next"), "Next");
        var (one, two) = (ground.State.Enqueue(first), ground.State.Enqueue(second));

        var alone = await Members(ground, one.HeadCommit);
        var both = await Members(ground, two.HeadCommit);
        var gone = await Members(ground, first.HeadSha);

        Assert.Equal([new(1, Sha.Parse(first.HeadSha))], Fact(alone));
        Assert.Equal([1, 2], Fact(both).Select(member => member.Number));
        Assert.Contains("no entry", Reason(gone), StringComparison.Ordinal);
    }

    [Fact]
    public static void An_objection_outlives_its_commit_and_an_approval_does_not()
    {
        var ann = new AccountReply(1, "ann", "User");

        var (read, remarks) = Reviews.From(
        [
            new(1, "APPROVED") { User = ann },
            new(2, "CHANGES_REQUESTED") { User = ann, SubmittedAt = DateTimeOffset.UnixEpoch },
            new(3, "PENDING") { User = ann, CommitId = new('a', 40) },
        ], new Dictionary<long, string>());

        Assert.Equal(ReviewVerdict.ChangesRequested, Assert.Single(read).Verdict);
        Assert.Contains("An approval by ann does not count", Assert.Single(remarks), StringComparison.Ordinal);
    }

    private static Task<Known<IReadOnlyList<QueuedPull>>> Members(GatherGround ground, string head) =>
        ground.Forge().MergeGroupMembers("acme/shop", "main", Sha.Parse(head), default);

    private static (CheckState?, string?) State(Published published, string name, string head) =>
        published.Check(name, Sha.Parse(head)) is { } check ? (check.State, null) : (null, "none");

    private static void Check(GatherGround ground, App app, string head, string name, string? conclusion) =>
        ground.Shop.CheckRuns.Add(new()
        {
            Id = ground.State.NextId(),
            App = app,
            HeadSha = head,
            Name = name,
            Status = conclusion is null ? "in_progress" : "completed",
            Conclusion = conclusion,
            StartedAt = ground.State.Now,
            CompletedAt = conclusion is null ? null : ground.State.Now,
        });
}
