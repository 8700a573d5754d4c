namespace ChangeSentinel.Scenarios.Step;

public static class QueueScenarios
{
    [Fact]
    public static async Task A_group_passes_where_each_of_its_members_does()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        var entry = world.Enqueue(change);

        (await change.Runs("merge_group")).Ends(0);

        Assert.Equal("success", world.CheckOn(entry.HeadCommit)?.Conclusion);
    }

    [Fact]
    public static async Task A_group_is_held_by_the_member_that_waits()
    {
        await using var world = await Payments.Shop();
        var first = world.OpensAssisted();
        var second = world.Opens("dana", touching: "docs/readme.md");
        world.Enqueue(first);
        var entry = world.Enqueue(second);

        var run = await second.Runs("merge_group");

        run.Ends(0);
        Assert.Equal("action_required", world.CheckOn(entry.HeadCommit)?.Conclusion);
        Assert.Contains($"#{first.Pull.Number} holds the group", world.CheckOn(entry.HeadCommit)!.Title, StringComparison.Ordinal);
        Assert.Equal(entry.HeadCommit, run.Outputs["head"]);
    }

    [Fact]
    public static async Task A_group_nobody_can_read_waits_and_fails_the_step()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");
        var entry = world.Enqueue(change);
        world.Permissions = Permissions.WorkflowWrite.With(Access.None, Scope.MergeQueues);

        var run = await change.Runs("merge_group");

        run.Ends(3);
        Assert.Equal("in_progress", world.CheckOn(entry.HeadCommit)?.Status);
        Assert.Contains("merge-queues: read", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task One_head_in_two_pull_requests_shows_the_strictest_decision()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        world.Branches("release");
        world.Policy(Payments.Policy + "\ncheck_names: { changesentinel: [release] }\n");
        var other = world.AlsoOpens(change, into: "release");
        change.IsReviewedBy("alice", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        Assert.Equal("in_progress", change.Check()!.Status);
        Assert.Contains($"#{other.Number}", change.Check()!.Title, StringComparison.Ordinal);
    }
}
