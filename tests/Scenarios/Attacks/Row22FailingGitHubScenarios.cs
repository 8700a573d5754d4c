using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 22: GitHub stumbles, limits, lies half, or says nothing.</summary>
public static class Row22FailingGitHubScenarios
{
    private const string Shop = "/repos/acme/shop";

    /// <summary>Longer than any run has patience for.</summary>
    private const int TooLong = 3_600;

    public static TheoryData<string> Stumbles => [.. StumbleKinds.Keys];

    public static TheoryData<string> Limits => [.. LimitKinds.Keys];

    private static Dictionary<string, Fault> StumbleKinds { get; } = new(StringComparer.Ordinal)
    {
        ["500"] = new Fault.Status(500),
        ["502 with a page"] = new Fault.Status(502),
        ["503 that says when"] = new Fault.Status(503, RetryAfter: 1),
        ["429 that says when"] = new Fault.TooMany(1),
        ["403 secondary that says when"] = new Fault.Secondary(1),
        ["JSON cut in half"] = new Fault.Truncated(),
        ["connection broken"] = new Fault.Broken(),
    };

    private static Dictionary<string, Fault> LimitKinds { get; } = new(StringComparer.Ordinal)
    {
        ["429"] = new Fault.TooMany(TooLong),
        ["403 secondary"] = new Fault.Secondary(TooLong),
        ["403 secondary that says nothing"] = new Fault.Secondary(null),
        ["403 exhausted"] = new Fault.Exhausted(TooLong),
    };

    [Theory]
    [MemberData(nameof(Stumbles))]
    public static async Task A_stumble_within_the_budget_changes_nothing(string kind)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        world.GitHub.Faults.Add(StumbleKinds[kind], "GET", Shop + "/pulls/1*", times: 3);
        world.GitHub.Faults.Add(StumbleKinds[kind], "POST", "/graphql");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        change.HasOneComment(containing: "alice");
        Assert.Single(world.Shop.CheckRuns);
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Theory]
    [InlineData("Something went wrong while executing your query. This may be the result of a timeout.")]
    [InlineData("Loading")]
    public static async Task GraphQl_that_fails_inside_an_answer_of_200_is_asked_again(string message)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        world.GitHub.Faults.Add(new Fault.GraphQlErrors("INTERNAL", message), "POST", "/graphql");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Silence_is_given_up_and_asked_again()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        world.GitHub.Faults.Add(new Fault.Silent(), "GET", Shop + "/pulls/1/reviews");
        world.GitHub.Faults.Add(new Fault.Silent(), "POST", "/graphql");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        world.NothingPasses();
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public static async Task A_limit_beyond_the_budget_ends_undecided_and_says_until_when(string kind)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        world.GitHub.Faults.Add(LimitKinds[kind], "GET", Shop + "/pulls/1/reviews", times: 1000);

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        run.IsUndecided();
        Assert.Contains("rate limit for this token is used up until", run.Errors, StringComparison.Ordinal);
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Theory]
    [InlineData("RATE_LIMITED", "API rate limit exceeded")]
    [InlineData("FORBIDDEN", "Resource not accessible by integration")]
    public static async Task GraphQl_errors_that_stay_are_no_missing_policy(string kind, string message)
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");
        world.GitHub.Faults.Add(new Fault.GraphQlErrors(kind, message), "POST", "/graphql", times: 1000);

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        run.IsUndecided();
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Theory]
    [InlineData("GET", "/repos/acme/shop/pulls/1")]
    [InlineData("GET", "/repos/acme/shop/pulls/1/files")]
    [InlineData("GET", "/repos/acme/shop/pulls/1/reviews")]
    [InlineData("GET", "/repos/acme/shop/issues/1/comments")]
    [InlineData("GET", "/repos/acme/shop/activity")]
    [InlineData("GET", "/repos/acme/shop/compare/*")]
    [InlineData("GET", "/repos/acme/shop/git/trees/*")]
    [InlineData("GET", "/repos/acme/shop/commits/*/check-runs")]
    [InlineData("POST", "/graphql")]
    public static async Task What_was_approved_is_undecided_where_an_outage_outlasts_the_budget(
        string method, string path)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("approved");
        world.GitHub.Faults.Add(new Fault.Status(503, TooLong), method, path, times: 1000);

        var run = await change.Runs("pull_request_review");

        Assert.Contains(run.ExitCode, (int[])[0, 3]);
        run.IsUndecided();
        Assert.Equal("in_progress", change.Check()!.Status);
        Assert.Contains("503", $"{change.Check()!.Title}\n{change.Check()!.Summary}", StringComparison.Ordinal);
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Fact]
    public static async Task Where_nobody_knows_who_may_write_no_approval_counts()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);
        world.GitHub.Faults.Add(new Fault.Status(503, TooLong), "GET", Shop + "/collaborators", times: 1000);

        (await change.Runs("pull_request_target")).Ends(0);

        Assert.Equal("in_progress", change.Check()!.Status);
        world.NothingPasses();
    }

    [Theory]
    [InlineData("/repos/acme/shop/check-runs")]
    [InlineData("/repos/acme/shop/issues/1/comments")]
    [InlineData("/repos/acme/shop/issues/1/labels")]
    public static async Task What_was_written_though_the_answer_broke_off_is_not_written_twice(string path)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        world.GitHub.Faults.Add(new Fault.Broken(), "POST", path);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasOneComment(containing: "alice");
        Assert.Single(world.Shop.CheckRuns);
        world.WroteOnlyAbout(change);
    }

    [Fact]
    public static async Task A_check_that_can_not_be_written_fails_the_step_and_is_said()
    {
        await using var world = await Payments.Shop();
        var change = world.Opens("dana", touching: "docs/readme.md");
        world.GitHub.Faults.Add(new Fault.Status(503, TooLong), "POST", Shop + "/check-runs", times: 1000);

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        change.ShowsNothing();
        Assert.Contains("The check could not be written", run.Summary, StringComparison.Ordinal);
        Assert.Contains("The check could not be written", run.Errors, StringComparison.Ordinal);
    }

    private static void IsUndecided(this Run run)
    {
        Assert.Equal("undecided", run.Outputs["state"]);
        Assert.StartsWith("Undecided: ", run.Outputs["sentence"], StringComparison.Ordinal);
        Assert.Contains("Undecided", run.Summary, StringComparison.OrdinalIgnoreCase);
    }
}
