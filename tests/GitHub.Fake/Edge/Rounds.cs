namespace ChangeSentinel.Fake.Edge;

/// <summary>
/// Holds answers back until no request has come for a while and none is being worked on, and then lets all of them
/// go at once, so that no answer of a round is late for what the others make the client ask next.
/// </summary>
internal sealed class Rounds(FakeGitHub gitHub)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private TaskCompletionSource? round;
    private int working;

    public void Work() => Interlocked.Increment(ref working);

    /// <summary>Ends the work on a request and waits for the end of its round.</summary>
    public Task End()
    {
        Interlocked.Decrement(ref working);
        if (gitHub.Quiet <= TimeSpan.Zero)
            return Task.CompletedTask;
        lock (gate)
        {
            if (round is null)
            {
                round = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _ = Watch();
            }

            return round.Task;
        }
    }

    private async Task Watch()
    {
        do
        {
            await Pace.Pass(Tick, gitHub.Closing);
        }
        while (gitHub.Requests.SinceLast < gitHub.Quiet || Volatile.Read(ref working) > 0);

        TaskCompletionSource over;
        lock (gate)
        {
            over = round!;
            round = null;
        }

        over.SetResult();
    }
}
