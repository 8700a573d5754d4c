using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>
/// Row 31: head A is approved, head B is not wanted, and the branch is forced back to A to find it green.
/// </summary>
public static class Row31BackToGreenScenarios
{
    [Theory]
    [InlineData("review")]
    [InlineData("comment")]
    [InlineData("dismissed")]
    public static async Task A_veto_at_the_new_head_takes_the_green_from_the_old_one(string how)
    {
        await using var world = await Payments.Shop();
        var (change, approved) = await ApprovedOnce(world);
        change.Pushes("src/payments/Refund.cs", "round differently\n");
        await Veto(change, how);
        change.Shows("vetoed", because: "bob");
        world.NothingPasses();
        world.WroteOnlyAbout(change, approved);

        change.ForcePushes(approved);

        Assert.Equal("action_required", change.Check()!.Conclusion);
        Assert.Contains("Superseded", change.Check()!.Title, StringComparison.Ordinal);
        world.NothingPasses();

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("vetoed", because: "bob");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_push_that_waits_takes_the_green_from_the_head_before()
    {
        await using var world = await Payments.Shop();
        var (change, approved) = await ApprovedOnce(world);
        change.Pushes("src/payments/Refund.cs", "round differently\n");
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("waiting", because: "alice");

        change.ForcePushes(approved);

        Assert.Equal("in_progress", change.Check()!.Status);
        world.NothingPasses();

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("approved", because: "alice");
    }

    [Fact]
    public static async Task An_approval_taken_back_at_the_new_head_is_gone_at_the_old_one()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsCommentedBy("alice", $"/approve {change.ShortHead}");
        (await change.Runs("issue_comment")).Ends(0);
        change.Shows("approved", because: "alice");
        var approved = change.Head;

        change.Pushes("src/payments/Refund.cs", "round differently\n");
        change.IsCommentedBy("alice", "/unapprove");
        (await change.Runs("issue_comment")).Ends(0);
        world.NothingPasses();

        change.ForcePushes(approved);
        world.NothingPasses();
        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_head_that_passed_without_an_approval_is_no_longer_green_either()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "claude/notes", world.Commit(world.Person("dana"), "Notes", NewFile.Text("notes.md", "x\n")));
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("not-applicable");
        var passed = change.Head;

        change.Pushes("src/payments/Refund.cs", "round\n");
        change.IsReviewedBy("alice", approving: false);
        (await change.Runs("pull_request_review")).Ends(0);
        world.NothingPasses();

        change.ForcePushes(passed);
        Assert.Equal("action_required", change.Check()!.Conclusion);
        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("vetoed", because: "alice");
    }

    [Fact]
    public static async Task Green_under_another_base_s_name_goes_too()
    {
        await using var world = await Payments.Shop();
        world.Branches("release");
        var change = world.OpensAssisted();
        change.Turns(world, "release");
        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("approved", name: "changesentinel (release)");
        var approved = change.Head;

        change.Turns(world, "main");
        change.Pushes("src/payments/Refund.cs", "round differently\n");
        change.IsReviewedBy("bob", approving: false);
        (await change.Runs("pull_request_review")).Ends(0);

        change.ForcePushes(approved);
        Assert.Equal("action_required", change.Check("changesentinel (release)")!.Conclusion);
        world.NothingPasses();
    }

    [Fact]
    public static async Task Every_head_that_was_green_loses_it()
    {
        await using var world = await Payments.Shop();
        var (change, first) = await ApprovedOnce(world);
        change.Pushes("notes.md", "Refunds are rounded up.\n");
        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("approved");
        var second = change.Head;

        change.IsRewrittenBy("dana", world.Commit(world.Person("dana"), "Start over", NewFile.Text("src/payments/Refund.cs", "evil\n")));
        change.IsReviewedBy("bob", approving: false);
        (await change.Runs("pull_request_review")).Ends(0);

        Assert.All([first, second], head => Assert.Equal("action_required", world.CheckOn(head)!.Conclusion));
        world.NothingPasses();
        world.WroteOnlyAbout(change, first, second);
    }

    private static async Task<(Change Change, string Approved)> ApprovedOnce(World world)
    {
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("approved", because: "alice");
        return (change, change.Head);
    }

    private static async Task Veto(Change change, string how)
    {
        if (how == "comment")
        {
            change.IsCommentedBy("bob", "/reject This rounds the wrong way.");
            (await change.Runs("issue_comment")).Ends(0);
            return;
        }

        change.IsReviewedBy("bob", approving: false);
        if (how == "dismissed")
        {
            var review = change.Pull.Reviews[^1];
            (review.StateBefore, review.State) = (review.State, "DISMISSED");
        }

        (await change.Runs("pull_request_review", how == "dismissed" ? "dismissed" : "submitted")).Ends(0);
    }

    private static void Turns(this Change change, World world, string into) => world.Keep(() =>
    {
        change.Pull.BaseRef = into;
        return change.Pull.BaseSha = world.Shop.Branch(into)!;
    });
}
