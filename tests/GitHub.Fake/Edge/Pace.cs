namespace ChangeSentinel.Fake.Edge;

/// <summary>How fast answers leave.</summary>
internal static class Pace
{
    /// <summary>Passes the latency, then waits for the quiet that ends a round.</summary>
    public static async Task Hold(FakeGitHub gitHub, CancellationToken cancellationToken)
    {
        if (gitHub.Latency > TimeSpan.Zero)
            await Pass(gitHub.Latency, cancellationToken);
        while (gitHub.Quiet > TimeSpan.Zero)
        {
            var before = gitHub.Requests.LastBegan;
            await Pass(gitHub.Quiet, cancellationToken);
            if (gitHub.Requests.LastBegan == before)
                return;
        }
    }

    private static async Task Pass(TimeSpan time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(cancellationToken);
    }
}
