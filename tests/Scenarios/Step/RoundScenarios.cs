namespace ChangeSentinel.Scenarios.Step;

public static class RoundScenarios
{
    /// <summary>Longer than the program needs between two answers, so that what it asks at once is one round.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    [Theory]
    [InlineData("src/payments/Refund.cs", 4)]
    [InlineData("docs/readme.md", 4)]
    public static async Task The_check_is_written_in_three_rounds_and_the_rest_in_four(string path, int most)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted(path);
        world.GitHub.Quiet = Quiet;

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        var log = world.GitHub.Requests;
        var check = log.All.Last(request => request.Writes && request.Path.Contains("/check-runs", StringComparison.Ordinal));
        Assert.True(check.Level <= 3, run.ToString());
        Assert.True(log.Depth() <= most, run.ToString());
    }
}
