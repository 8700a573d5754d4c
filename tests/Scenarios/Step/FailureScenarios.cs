namespace ChangeSentinel.Scenarios.Step;

public static class FailureScenarios
{
    [Theory]
    [InlineData("/repos/acme/shop/pulls/1/reviews")]
    [InlineData("/graphql")]
    public static async Task A_limit_that_outlasts_the_run_leaves_the_change_undecided_and_visible(string path)
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");
        world.GitHub.Faults.Add(new Fault.Exhausted(3600), null, path, times: 100);

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        Assert.Equal("undecided", run.Outputs["state"]);
        Assert.Contains("Undecided", run.Summary, StringComparison.OrdinalIgnoreCase);
        if (change.Check() is { } check)
            Assert.Equal("in_progress", check.Status);
        Assert.DoesNotContain(world.Shop.CheckRuns, check => check.Conclusion is "success" or "neutral");
    }

    [Fact]
    public static async Task What_was_approved_is_undecided_again_where_GitHub_fails()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("approved");
        world.GitHub.Faults.Add(new Fault.Status(404), "GET", "/repos/acme/shop/pulls/1/reviews", times: 100);

        (await change.Runs("pull_request_target", "edited")).Ends(3);

        change.Shows("undecided", because: "could not be read");
    }

    [Theory]
    [InlineData(502)]
    [InlineData(500)]
    public static async Task A_stumble_is_retried(int status)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        world.GitHub.Faults.Add(new Fault.Status(status), "GET", "/repos/acme/shop/pulls/1", times: 1);
        world.GitHub.Faults.Add(new Fault.Truncated(), "GET", "/repos/acme/shop/pulls/1/files", times: 1);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
    }

    [Fact]
    public static async Task A_push_while_it_is_decided_is_decided_too()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");
        var decided = false;
        world.GitHub.Interruptions.Before("POST", "/repos/acme/shop/check-runs", () =>
        {
            if (decided)
                return;
            decided = true;
            world.State.Push(world.Shop, change.Pull.Author!, change.Pull.HeadRef, world.Commit(
                change.Pull.Author!, "Meanwhile", NewFile.Text("src/payments/Refund.cs", "round\n")));
        });

        (await change.Runs("pull_request_target")).Ends(0);

        Assert.DoesNotContain(
            world.Shop.CheckRuns, check => check.HeadSha != change.Head && check.Conclusion is "success" or "neutral");
        Assert.NotNull(change.Check());
    }

    [Fact]
    public static async Task A_broken_policy_blocks_with_its_place()
    {
        await using var world = await Payments.Shop("version: 1\npaths: |\n  * hihg\n");
        var change = world.OpensAssisted();

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("bad-policy", because: ".blastradius.yml:3:5");
    }
}
