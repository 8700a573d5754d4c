namespace ChangeSentinel.Scenarios.Step;

public static class DecisionScenarios
{
    [Fact]
    public static async Task A_junior_s_assisted_change_to_the_payments_waits_and_says_for_whom()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        change.HasOneComment(containing: $"/approve {change.ShortHead}");
        Assert.Equal("waiting", run.Outputs["state"]);
        Assert.Equal(("high", "assisted"), (run.Outputs["tier"], run.Outputs["provenance"]));
        Assert.Equal(("1", "1"), (run.Outputs["required-approvals"], run.Outputs["missing-approvals"]));
        Assert.Equal((change.Head, "changesentinel"), (run.Outputs["head"], run.Outputs["check"]));
        Assert.Equal("waiting", JsonElement.Parse(File.ReadAllText(run.Outputs["report"])).GetProperty("state").GetString());
        Assert.Contains("How far this check can be trusted", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_senior_s_review_of_the_head_approves()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        (await change.Runs("pull_request_target")).Ends(0);

        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_review")).Ends(0);

        change.Shows("approved", because: "alice");
        change.HasOneComment(containing: "alice");
    }

    [Fact]
    public static async Task A_comment_that_names_the_head_approves()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        (await change.Runs("pull_request_target")).Ends(0);

        change.IsCommentedBy("bob", $"/approve {change.ShortHead}");
        (await change.Runs("issue_comment")).Ends(0);

        change.Shows("approved", because: "bob");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public static async Task A_second_run_writes_nothing(bool approved)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        if (approved)
            change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);

        (await change.Runs("pull_request_target", "reopened")).Ends(0);

        world.WroteNothing();
        change.Shows(approved ? "approved" : "waiting");
    }

    [Fact]
    public static async Task A_push_after_the_approval_waits_again()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("approved");

        change.Pushes("src/payments/Refund.cs", "round differently\n");
        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
    }

    [Fact]
    public static async Task A_change_nobody_is_asked_about_passes_without_a_comment()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("not-applicable");
        change.HasNoComment();
        change.HasLabels("risk: low");
    }

    [Fact]
    public static async Task A_shadow_policy_never_blocks()
    {
        await using var world = await Payments.Shop(Payments.Policy + "\nmode: shadow\n");
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        Assert.Equal(("waiting", "true"), (run.Outputs["state"], run.Outputs["shadow"]));
        Assert.Equal("neutral", change.Check()!.Conclusion);
    }

    [Fact]
    public static async Task The_waiting_check_comes_before_the_decision()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");

        var run = await change.Runs("pull_request_target");

        var written = run.Requests.Where(request => request.Writes && request.Path.Contains("check-runs", StringComparison.Ordinal)).ToList();
        Assert.Equal(["POST", "PATCH"], written.Select(request => request.Method));
        Assert.Contains("in_progress", written[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_pull_request_that_is_closed_is_left_alone()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.Pull.State = "closed";

        (await change.Runs("pull_request_target", "closed")).Ends(0);

        world.WroteNothing();
        Assert.Empty(world.LastRun!.Requests);
    }
}
