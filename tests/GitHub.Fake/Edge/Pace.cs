namespace ChangeSentinel.Fake.Edge;

/// <summary>How fast answers leave.</summary>
internal static class Pace
{
    /// <summary>What a timer can tell apart.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>Passes the latency, then waits for the quiet that ends a round.</summary>
    public static async Task Hold(FakeGitHub gitHub, CancellationToken cancellationToken)
    {
        if (gitHub.Latency > TimeSpan.Zero)
            await Pass(gitHub.Latency, cancellationToken);
        while (gitHub.Quiet - gitHub.Requests.SinceLast is var left && left > TimeSpan.Zero)
            await Pass(left < Least ? Least : left, cancellationToken);
    }

    private static async Task Pass(TimeSpan time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(cancellationToken);
    }
}
