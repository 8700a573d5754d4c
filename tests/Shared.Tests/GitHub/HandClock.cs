namespace ChangeSentinel.Tests.GitHub;

/// <summary>A clock that stands until a test turns it; it tells which timers wait for it.</summary>
public sealed class HandClock : TimeProvider
{
    private readonly Lock turning = new();
    private readonly List<HandTimer> timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Seen)> watchers = [];
    private DateTimeOffset now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (turning)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when somebody waits for exactly this long, at once where somebody does.</summary>
    public Task Awaited(TimeSpan due)
    {
        lock (turning)
        {
            if (timers.Exists(timer => timer.Due - now == due))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((due, seen));
            return seen.Task;
        }
    }

    public void Advance(TimeSpan by)
    {
        HandTimer[] due;
        lock (turning)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now).OrderBy(timer => timer.Due)];
            foreach (var timer in due)
                timers.Remove(timer);
        }

        foreach (var timer in due)
            timer.Ring();
    }

    /// <summary>Waits until somebody waits for exactly this long, and lets the time pass.</summary>
    public async Task Pass(TimeSpan awaited)
    {
        await Awaited(awaited);
        Advance(awaited);
    }

    private void Set(HandTimer timer, TimeSpan due)
    {
        lock (turning)
        {
            timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = now + due;
            timers.Add(timer);
            foreach (var watcher in watchers.Where(watcher => watcher.Due == due).ToArray())
            {
                watchers.Remove(watcher);
                watcher.Seen.SetResult();
            }
        }

        if (due == TimeSpan.Zero)
            Advance(TimeSpan.Zero);
    }

    private void Remove(HandTimer timer)
    {
        lock (turning)
            timers.Remove(timer);
    }

    private sealed class HandTimer(HandClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Ring() => ring();

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
