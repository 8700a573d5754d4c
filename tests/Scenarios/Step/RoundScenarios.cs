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
        log.MarkReadBack(IsHeadReadBack(log.All));
        var check = log.All.Last(request => request.Writes && request.Path.Contains("/check-runs", StringComparison.Ordinal));
        Assert.True(check.Level <= 3, run.ToString());
        Assert.True(log.Depth() <= most, run.ToString());
    }

    /// <summary>The last reading of the pull request, where there is more than the first.</summary>
    private static Func<RecordedRequest, bool> IsHeadReadBack(IReadOnlyList<RecordedRequest> all)
    {
        var readings = all.Where(request => request is { Method: "GET", Path: "/repos/acme/shop/pulls/1" }).ToList();
        return request => readings.Count > 1 && request == readings[^1];
    }
}
