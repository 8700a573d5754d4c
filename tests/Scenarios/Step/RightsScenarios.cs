namespace ChangeSentinel.Scenarios.Step;

public static class RightsScenarios
{
    private const string TeamPolicy =
        """
        version: 1
        paths: |
          *                low
          /src/payments/   high
        seniority:
          - mid: ["@acme/engineers"]
          - senior: ["@acme/seniors"]
        require:
          - { tier: high, ai: true, author_below: senior, approvals: 1, from: senior }
        """;

    [Fact]
    public static async Task Teams_without_a_token_that_reads_them_are_bad_input_and_nothing_is_written()
    {
        await using var world = await Payments.Shop(TeamPolicy);
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(2);
        world.WroteNothing();
        Assert.Contains("error: INPUT_MEMBERS-TOKEN is empty", run.Errors, StringComparison.Ordinal);
        Assert.Contains("@acme/engineers", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Summary);
    }

    [Fact]
    public static async Task Teams_are_read_with_the_members_token()
    {
        await using var world = await Payments.Shop(TeamPolicy);
        world.Team("engineers", "dana", "alice");
        world.Team("seniors", "alice");
        world.Inputs["members-token"] = world.MembersToken();
        var change = world.OpensAssisted();

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
    }

    [Fact]
    public static async Task A_fork_s_read_only_token_decides_and_says_what_it_may_not_write()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensFromFork("mallory", "Round refunds", NewFile.Text("src/payments/Refund.cs", "round\n"));

        var run = await change.Runs("pull_request");

        run.Ends(3);
        change.ShowsNothing();
        Assert.Contains("checks: write", run.Errors, StringComparison.Ordinal);
        Assert.Contains("The labels could not be written", run.Summary, StringComparison.Ordinal);
        Assert.True(run.Outputs.ContainsKey("state"));
    }

    [Fact]
    public static async Task Labels_that_may_not_be_written_leave_the_check_alone()
    {
        await using var world = await Payments.Shop();
        world.Permissions = Permissions.ForkRead.With(Access.Write, Scope.Checks);
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        change.Shows("waiting");
        Assert.Contains("The comment could not be written", run.Summary, StringComparison.Ordinal);
        Assert.Contains("pull-requests: write", run.Output, StringComparison.Ordinal);
    }
}
