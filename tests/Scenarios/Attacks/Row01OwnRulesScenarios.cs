using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 1: a pull request changes the rules it would be judged by. Bob is a senior and used no AI.</summary>
public static class Row01OwnRulesScenarios
{
    private const string LaxPolicy =
        """
        version: 1
        mode: shadow
        paths: |
          * low
        seniority:
          - junior: ["@alice"]
          - senior: ["@dana", "@bob"]
        require: []
        """;

    [Fact]
    public static async Task A_change_of_the_policy_is_judged_by_the_base_s_and_asks_the_top_rung()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", "Relax", NewFile.Text(".blastradius.yml", LaxPolicy), Refund);

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        change.Shows("waiting", because: "alice");
        change.Shows("waiting", because: "changes .blastradius.yml");
        change.HasLabels("risk: critical");
        Assert.Equal(("waiting", "false", "1"), (run.Outputs["state"], run.Outputs["shadow"], run.Outputs["missing-approvals"]));
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Theory]
    [InlineData(".blastradius.yml")]
    [InlineData("CODEOWNERS")]
    [InlineData(".github/CODEOWNERS")]
    [InlineData("docs/CODEOWNERS")]
    [InlineData(".github/workflows/sentinel.yml")]
    [InlineData(".github/.blastradius.yml")]
    [InlineData("docs/.blastradius.yml")]
    public static async Task Not_even_a_senior_changes_what_judges_without_another_senior(string path)
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("bob", touching: path);
        change.IsReviewedBy("carol", approving: true);
        change.IsReviewedBy("dana", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: $"changes {path}");
        change.HasLabels("risk: critical");
        world.NothingPasses();
        world.WroteOnlyAbout(change);

        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_review")).Ends(0);

        change.Shows("approved", because: "alice");
    }

    [Fact]
    public static async Task A_policy_that_is_deleted_still_judges_its_deletion()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("bob", "Tidy", NewFile.Removed(".blastradius.yml"), Refund);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "changes .blastradius.yml");
        world.NothingPasses();
    }

    [Theory]
    [InlineData(".blastradius.yml", "attic/policy.yml")]
    [InlineData(".github/workflows/sentinel.yml", "attic/sentinel.yml")]
    [InlineData(".github/workflows/sentinel.yml", ".github/workflows-off/sentinel.yml")]
    [InlineData(".github/CODEOWNERS", "attic/owners")]
    public static async Task What_judges_is_not_renamed_out_of_its_place_unseen(string from, string to)
    {
        await using var world = await Payments.Shop();
        if (from != ".blastradius.yml")
            world.Base((from, Text(from)));
        var text = from == ".blastradius.yml" ? Payments.Policy : Text(from);
        var change = world.Opens("bob", "Tidy", NewFile.Removed(from), NewFile.Text(to, text));

        (await change.Runs("pull_request_target")).Ends(0);

        Assert.Equal("renamed", Assert.Single(change.Pull.Files).Status);
        change.Shows("waiting", because: $"changes {from}");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_second_policy_that_would_be_found_first_does_not_judge_its_own_arrival()
    {
        await using var world = await Payments.Shop("");
        world.Keep(() => world.State.Push(world.Shop, world.Owner, "main", world.Commit(
            world.Owner, "Move the policy", NewFile.Removed(".blastradius.yml"), NewFile.Text("docs/.blastradius.yml", Payments.Policy))));
        var change = world.Opens("dana", "Add", NewFile.Text(".blastradius.yml", LaxPolicy), Refund);

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        change.Shows("waiting", because: "changes .blastradius.yml");
        Assert.Equal("false", run.Outputs["shadow"]);
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_baseline_in_the_repository_is_guarded_like_the_policy_that_extends_it()
    {
        await using var world = await Payments.Shop("version: 1\nextends: ./policies/base.yml\npaths: |\n  * low\n");
        world.Base(("policies/base.yml", Payments.Policy));
        var change = world.Opens("bob", touching: "policies/base.yml");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "changes policies/base.yml");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Who_makes_himself_the_owner_needs_the_present_owner_too()
    {
        await using var world = await Payments.Shop();
        world.Base(("CODEOWNERS", "/CODEOWNERS @carol\n"));
        var change = world.Opens("bob", "Own it", NewFile.Text("CODEOWNERS", "/CODEOWNERS @dana\n"));
        change.IsReviewedBy("alice", approving: true);
        change.IsReviewedBy("dana", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "an owner's approval of CODEOWNERS (carol)");
        world.NothingPasses();

        change.IsReviewedBy("carol", approving: true);
        (await change.Runs("pull_request_review")).Ends(0);

        change.Shows("approved");
    }

    [Fact]
    public static async Task A_link_in_place_of_the_workflows_folder_counts_as_a_change_of_the_workflows()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("bob", "Link", NewFile.Text(".github/workflows", "../ours") with { Mode = "120000" });

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "changes .github/workflows");
        world.NothingPasses();
    }

    private static NewFile Refund => NewFile.Text("src/payments/Refund.cs", "round\n");

    private static string Text(string path) => $"# {path}\n" + string.Concat(Enumerable.Range(0, 20).Select(line => $"# line {line}\n"));
}
