using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 3: an agent works under Dana's own account, and what gives it away is taken out.</summary>
public static class Row03StrippedMarksScenarios
{
    private const string Trailer = "Round refunds\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n";

    [Fact]
    public static async Task A_rule_that_does_not_ask_about_ai_holds_without_any_mark()
    {
        await using var world = await Payments.Shop(Rules("{ tier: high, author_below: senior, approvals: 1, from: senior }"));
        var change = world.Opens("dana", touching: "src/payments/Refund.cs");

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        Assert.Equal("none", run.Outputs["provenance"]);
        change.Shows("waiting", because: "alice");
        change.HasLabels("risk: high");
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Fact]
    public static async Task Where_the_policy_asks_the_gate_waits_for_the_author_and_hears_nobody_else()
    {
        await using var world = await Payments.Shop(Payments.Policy + "\nai: { undeclared: ask }\n");
        var change = world.Opens("dana", touching: "src/payments/Refund.cs");
        change.IsCommentedBy("carol", "/ai no");
        change.IsReviewedBy("alice", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "has not said whether AI was used");
        change.HasLabels("risk: high");
        world.NothingPasses();

        change.IsCommentedBy("dana", "/ai yes");
        (await change.Runs("issue_comment")).Ends(0);

        change.Shows("approved", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
    }

    [Fact]
    public static async Task An_answer_that_was_edited_is_no_answer()
    {
        await using var world = await Payments.Shop(Payments.Policy + "\nai: { undeclared: ask }\n");
        var change = world.Opens("dana", touching: "src/payments/Refund.cs");
        change.IsCommentedBy("dana", "Looks good to me.");
        change.CommentIsEdited("/ai no");

        (await change.Runs("issue_comment", "edited")).Ends(0);

        change.Shows("waiting", because: "has not said whether AI was used");
        world.NothingPasses();
    }

    [Fact]
    public static async Task What_nobody_declares_counts_as_assisted_where_the_policy_says_so()
    {
        await using var world = await Payments.Shop(Payments.Policy + "\nai: { undeclared: assisted }\n");
        var change = world.Opens("dana", touching: "src/payments/Refund.cs");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        world.NothingPasses();
    }

    [Theory]
    [InlineData("copilot/fix-refunds")]
    [InlineData("claude/issue-7-20260101-1200")]
    [InlineData("devin/1712345678-round-refunds")]
    [InlineData("cursor/round-refunds-a1b2")]
    public static async Task The_branch_an_agent_named_gives_it_away(string branch)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", branch, Refund(world));

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        change.HasOneComment(containing: branch.Split('-')[0]);
        world.NothingPasses();
    }

    [Theory]
    [InlineData("🤖 Generated with [Claude Code](https://claude.com/claude-code)")]
    [InlineData("<!-- CURSOR_AGENT_PR_BODY_BEGIN -->\nRounds refunds.\n<!-- CURSOR_AGENT_PR_BODY_END -->")]
    [InlineData("Rounds refunds.\n\nLink to Devin run: https://app.devin.ai/sessions/0123456789abcdef0123456789abcdef")]
    [InlineData("- [x] AI-assisted\n- [x] Not AI-assisted")]
    public static async Task The_description_an_agent_wrote_gives_it_away(string description)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "work", Refund(world));
        change.Pull.Body = description;

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Theory]
    [InlineData("- [ ] AI-assisted\n- [x] Not AI-assisted", null)]
    [InlineData("", "/ai no")]
    public static async Task Declared_human_against_a_mark_is_shown_and_counts_as_assisted(
        string description, string? said)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "copilot/fix-refunds", Refund(world));
        change.Pull.Body = description;
        if (said is not null)
            change.IsCommentedBy("dana", said);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "declared human, but marks of AI stand on it");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_trailer_that_is_amended_away_stood_on_a_former_head()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "work", Refund(world) with { Message = Trailer });
        change.IsRewrittenBy("dana", Refund(world));

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Without_a_mark_and_without_a_rule_nothing_is_asked()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "work", Refund(world));

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("not-applicable", because: "no mark of AI");
    }

    private static NewCommit Refund(World world) =>
        world.Commit(world.Person("dana"), "Round refunds", NewFile.Text("src/payments/Refund.cs", "round\n"));

    private static string Rules(string rule) =>
        Payments.Policy[..Payments.Policy.IndexOf("require:", StringComparison.Ordinal)] + $"require:\n  - {rule}\n";
}
