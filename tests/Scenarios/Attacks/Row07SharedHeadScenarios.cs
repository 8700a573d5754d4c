using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 7: one commit stands in two pull requests, and one of their bases is the attacker's own.</summary>
public static class Row07SharedHeadScenarios
{
    private const string LaxPolicy = "version: 1\npaths: |\n  * low\nrequire: []\n";

    [Theory]
    [InlineData(LaxPolicy)]
    [InlineData(LaxPolicy + "check_names: { changesentinel: [main, lax] }\n")]
    [InlineData(LaxPolicy + "mode: shadow\n")]
    public static async Task Green_on_a_lax_branch_has_a_name_of_its_own(string policy)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        var lax = world.AlsoOpensLax(change, "lax", policy);

        (await lax.Runs("pull_request_target")).Ends(0);

        lax.ShowsNothing();
        Assert.Contains(lax.Check("changesentinel (lax)")!.Conclusion, (string[])["success", "neutral"]);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        Assert.Equal(["changesentinel", "changesentinel (lax)"], Names(world));
    }

    [Theory]
    [InlineData("MAIN")]
    [InlineData("m\u0430in")]
    [InlineData("main\u200b")]
    [InlineData("main)")]
    [InlineData("heads/main")]
    public static async Task No_branch_s_name_is_taken_for_the_guarded_one_s(string branch)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        (await change.Runs("pull_request_target")).Ends(0);
        var lax = world.AlsoOpensLax(change, branch, LaxPolicy);

        (await lax.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        var other = Assert.Single(Names(world), name => name != "changesentinel");
        Assert.Equal("success", lax.Check(other)?.Conclusion);
        Assert.DoesNotContain('\u200b', other);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static async Task Where_bases_share_a_name_the_strictest_decision_is_shown_whichever_is_asked_last(
        bool laxLast)
    {
        await using var world = await Payments.Shop(Payments.Policy + "\ncheck_names: { changesentinel: [main, \"release/*\"] }\n");
        var change = world.OpensAssisted();
        var lax = world.AlsoOpensLax(change, "release/1", LaxPolicy);
        Change[] order = laxLast ? [change, lax] : [lax, change];

        foreach (var each in order)
            (await each.Runs("pull_request_target")).Ends(0);

        Assert.Equal("in_progress", change.Check()!.Status);
        Assert.StartsWith($"#{change.Pull.Number}: Needs 1 of alice", change.Check()!.Title, StringComparison.Ordinal);
        Assert.Equal(["changesentinel"], Names(world));
        world.NothingPasses();

        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_review")).Ends(0);

        Assert.Equal("success", change.Check()!.Conclusion);
    }

    [Fact]
    public static async Task Which_pull_requests_share_the_head_must_be_known_before_one_passes()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");
        world.GitHub.Faults.Add(new Fault.Status(404), "GET", "/repos/acme/shop/commits/*/pulls", times: 100);

        (await change.Runs("pull_request_target")).Ends(0);

        Assert.Equal("in_progress", change.Check()!.Status);
        Assert.Contains("Which other open pull requests have this head is unknown", change.Check()!.Title, StringComparison.Ordinal);
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_base_without_a_policy_has_the_default_branch_s()
    {
        await using var world = await World.Open();
        world.Branches("bare");
        world.Policy(Payments.Policy);
        foreach (var login in new[] { "carol", "alice", "bob" })
            world.Person(login);
        var change = world.OpensAssisted();
        var bare = new Change(world, world.AlsoOpens(change, into: "bare"));

        (await bare.Runs("pull_request_target")).Ends(0);

        bare.Shows("waiting", because: "alice", name: "changesentinel (bare)");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_pull_request_that_is_turned_from_the_lax_branch_is_decided_anew()
    {
        await using var world = await Payments.Shop();
        world.Lax("lax", LaxPolicy);
        var change = world.OpensAssisted();
        change.Turns(world, "lax");
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("not-applicable", name: "changesentinel (lax)");

        change.Turns(world, "main");
        change.ShowsNothing();
        (await change.Runs("pull_request_target", "edited")).Ends(0);

        change.Shows("waiting", because: "alice");
    }

    [Fact]
    public static async Task What_was_said_in_the_other_pull_request_does_not_count_here()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        var lax = world.AlsoOpensLax(change, "lax", LaxPolicy);
        lax.IsReviewedBy("alice", approving: true);
        lax.IsCommentedBy("bob", $"/approve {change.ShortHead}");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    private static IEnumerable<string> Names(World world) =>
        world.Shop.CheckRuns.Select(check => check.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Change AlsoOpensLax(this World world, Change change, string into, string policy)
    {
        world.Lax(into, policy);
        return new(world, world.AlsoOpens(change, into));
    }

    /// <summary>Dana has a branch of her own, with a policy of her own.</summary>
    private static void Lax(this World world, string branch, string policy)
    {
        world.Branches(branch);
        var dana = world.Person("dana");
        world.Keep(() => world.State.Push(
            world.Shop, dana, branch, world.Commit(dana, "Relax", NewFile.Text(".blastradius.yml", policy))));
    }

    private static void Turns(this Change change, World world, string into) => world.Keep(() =>
    {
        change.Pull.BaseRef = into;
        return change.Pull.BaseSha = world.Shop.Branch(into)!;
    });
}
