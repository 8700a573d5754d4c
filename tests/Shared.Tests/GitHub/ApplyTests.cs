using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.Fake.Edge;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Tests.GitHub;

public static class ApplyTests
{
    [Fact]
    public static async Task Every_effect_is_written_and_read_back_as_it_is()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        ground.Shop.Labels.Add(new(1, "risk: low", "ffffff", null));
        pull.Labels.Add(ground.Shop.Labels[0]);

        await Apply(
            ground, pull,
            Check(pull, CheckState.ActionRequired),
            new Effect.CreateLabel(new("ai: agent", "aabbcc", "From the policy")),
            new Effect.RemoveLabel("risk: low"),
            new Effect.AddLabels(["ai: agent"]),
            new Effect.WriteComment("<!-- changesentinel -->\nHello", null));
        var (_, _, published) = await ground.Gather(pull);

        var check = Assert.Single(published.Checks);
        Assert.Equal((CheckState.ActionRequired, "Title", "Summary"), (check.State!.Value, check.Title, check.Summary));
        Assert.Equal(["ai: agent"], published.Labels);
        Assert.Equal(["ai: agent", "risk: low"], published.Existing.Order(StringComparer.Ordinal));
        Assert.Equal("<!-- changesentinel -->\nHello", published.Comment!.Text);
        Assert.Equal(("aabbcc", "From the policy"), (pull.Labels[0].Color, pull.Labels[0].Description));
    }

    [Fact]
    public static async Task A_check_is_changed_in_place_and_completes()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));

        await Apply(ground, pull, Check(pull, CheckState.InProgress));
        var run = Assert.Single(ground.Shop.CheckRuns);
        await Apply(ground, pull, Check(pull, CheckState.Success) with { Run = run.Id });

        Assert.Equal(("completed", "success"), (run.Status, run.Conclusion));
        Assert.Single(ground.Shop.CheckRuns);
    }

    [Theory]
    [InlineData(CheckState.Success)]
    [InlineData(CheckState.Neutral)]
    public static async Task Attack_4_nothing_passes_on_a_head_that_has_moved(CheckState state)
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        var decided = Check(pull, state);
        ground.Push(ground.Bob, "work", NewFile.Text("a", "2\n"));

        var failure = await Assert.ThrowsAsync<ForgeException>(() => Apply(
            ground, pull, decided, Check(pull, CheckState.InProgress), new Effect.WriteComment("late", null)));

        Assert.Equal(ForgeFailure.Conflict, failure.Failure);
        Assert.Equal("in_progress", Assert.Single(ground.Shop.CheckRuns).Status);
        Assert.Empty(pull.Comments);
    }

    [Fact]
    public static async Task What_is_done_already_is_no_failure()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        ground.Shop.Labels.Add(new(1, "ai: agent", "ffffff", null));

        await Apply(
            ground, pull,
            new Effect.CreateLabel(new("ai: agent", "aabbcc", "")),
            new Effect.RemoveLabel("risk: low"),
            new Effect.WriteComment("again", 4711));

        Assert.Equal("ffffff", Assert.Single(ground.Shop.Labels).Color);
        Assert.Equal("again", Assert.Single(pull.Comments).Body);
    }

    [Fact]
    public static async Task A_write_that_nobody_answered_is_looked_for_before_it_is_repeated()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        ground.GitHub.Faults.Add(new Fault.Broken(), "POST", "/repos/acme/shop/check-runs");
        ground.GitHub.Faults.Add(new Fault.Broken(), "POST", "/repos/acme/shop/issues/1/comments");

        await Apply(ground, pull, Check(pull, CheckState.InProgress), new Effect.WriteComment("once", null));

        Assert.Single(ground.Shop.CheckRuns);
        Assert.Single(pull.Comments);
    }

    [Fact]
    public static async Task A_check_on_a_merge_groups_head_asks_no_pull_request()
    {
        await using var ground = await GatherGround.Open();
        var group = ground.State.Enqueue(ground.Pull(NewFile.Text("a", "1\n")));
        var check = new Effect.SetCheck(
            Sha.Parse(group.HeadCommit), new("changesentinel", CheckState.Success, "Title", "Summary"), null);

        await ground.Forge().SetCheck("acme/shop", check, default);

        Assert.Equal(group.HeadCommit, Assert.Single(ground.Shop.CheckRuns).HeadSha);
    }

    private static Effect.SetCheck Check(PullRequest pull, CheckState state) =>
        new(Sha.Parse(pull.HeadSha), new("changesentinel", state, "Title", "Summary"), null);

    private static Task Apply(GatherGround ground, PullRequest pull, params Effect[] effects) =>
        ground.Forge().Apply(GatherGround.Reference(pull), effects, default);
}
