using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>
/// Row 6: somebody who had a hand in a change hides it, to approve it or to stand higher than he does.
/// </summary>
public static class Row06HiddenHandsScenarios
{
    private const string Nobody = "Dana <dana@home.example>";

    [Theory]
    [InlineData(Nobody, null)]
    [InlineData("Dana <dana@example.com>", Nobody)]
    [InlineData("Alice <alice@example.com.evil.example>", null)]
    public static async Task A_commit_of_an_e_mail_that_belongs_to_no_account_is_undecided_whoever_approves(
        string author, string? committer)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.Pushes(new NewCommit("More", NewFile.Text("src/payments/More.cs", "more\n")) { Author = author, Committer = committer });
        change.IsReviewedBy("alice", approving: true);

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        change.Shows("undecided", because: "belongs to no account: add");
        Assert.Contains("or commit with another one", change.Check()!.Summary!, StringComparison.Ordinal);
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Fact]
    public static async Task An_unmapped_commit_that_was_pushed_away_is_not_forgotten()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.Pushes(new NewCommit("More", NewFile.Text("src/payments/More.cs", "more\n")) { Author = Nobody });
        change.IsRewrittenBy("dana", Refund(world, "dana"));
        change.IsReviewedBy("alice", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("undecided", because: "belongs to no account");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Who_pushed_once_cannot_approve_even_after_his_push_was_replaced()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsRewrittenBy("bob", Refund(world, "dana") with { Message = "Round refunds\n\nCo-Authored-By: Claude <noreply@anthropic.com>" });
        change.IsRewrittenBy("dana", Refund(world, "dana"));
        change.IsReviewedBy("bob", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "Needs 1 of alice");
        change.Shows("waiting", because: "bob pushed to it");
        world.NothingPasses();

        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_review")).Ends(0);

        change.Shows("approved", because: "Approved by alice on");
    }

    [Fact]
    public static async Task Whose_commit_was_rebased_under_another_name_cannot_approve()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "claude/refunds", Refund(world, "bob"));
        change.IsRewrittenBy("dana", Refund(world, "dana"));
        change.IsReviewedBy("bob", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "bob wrote");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Who_force_pushes_another_one_s_branch_cannot_approve_his_own_content()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("bob", approving: true);
        change.IsRewrittenBy("bob", Refund(world, "dana"));
        change.IsReviewedBy("bob", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "bob pushed to it");
        world.NothingPasses();
    }

    [Fact]
    public static async Task An_agent_s_commit_on_a_merged_side_branch_is_an_agent_s()
    {
        await using var world = await Payments.Shop();
        var copilot = world.Agent();
        world.Keep(() => world.State.Push(world.Shop, copilot, "side", world.Commit(
            copilot, "Round refunds", NewFile.Text("src/payments/Refund.cs", "round\n"))));
        var change = world.OpensBranch("dana", "work", world.Commit(world.Person("dana"), "Notes", NewFile.Text("notes.md", "x\n")));
        change.Pushes(new NewCommit("Take over what we need", NewFile.Text("src/payments/Refund.cs", "round\n"))
        {
            Author = world.Person("dana").Signature,
            Merges = [world.Shop.Branch("side")!],
        });

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        Assert.Equal("agent", run.Outputs["provenance"]);
        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: agent", "risk: high");
        world.NothingPasses();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static async Task Where_GitHub_does_not_say_who_pushed_the_head_it_is_undecided_with_a_hint(bool recorded)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        var last = world.Shop.Activities[^1];
        world.Shop.Activities.Remove(last);
        if (recorded)
            world.Shop.Activities.Add(last with { Actor = null });

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("undecided", because: recorded ? "pushed to it, and no account of that name is known" : "run again in a minute");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Where_the_fork_is_gone_nobody_knows_who_pushed()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensFromFork("mallory", "Round refunds", NewFile.Text("src/payments/Refund.cs", "round\n"));
        change.IsReviewedBy("alice", approving: true);
        change.Pull.HeadRepository = null;

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("undecided", because: "open a new pull request");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_second_account_with_the_author_s_e_mail_in_git_does_not_approve()
    {
        await using var world = await Payments.Shop();
        var dana = world.Person("dana");
        var change = world.OpensBranch("dana", "claude/refunds", new NewCommit("Round refunds", NewFile.Text("src/payments/Refund.cs", "round\n"))
        {
            Author = dana.Signature,
            Committer = $"Bob <{world.Person("bob").Id}+bob@users.noreply.github.com>",
        });
        change.IsReviewedBy("bob", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "bob committed");
        world.NothingPasses();
    }

    private static NewCommit Refund(World world, string author) =>
        world.Commit(world.Person(author), "Round refunds", NewFile.Text("src/payments/Refund.cs", "round up\n"));
}
