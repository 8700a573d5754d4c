namespace ChangeSentinel.Fake.Edge;

/// <summary>How fast answers leave.</summary>
internal static class Pace
{
    /// <summary>Passes the latency, then waits for the end of the round.</summary>
    public static async Task Hold(FakeGitHub gitHub, CancellationToken cancellationToken)
    {
        if (gitHub.Latency > TimeSpan.Zero)
            await Pass(gitHub.Latency, cancellationToken);
        await gitHub.Rounds.End().WaitAsync(cancellationToken);
    }

    public static async Task Pass(TimeSpan time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(cancellationToken);
    }
}
