using ChangeSentinel.Action;
using ChangeSentinel.Action.Verbs;

namespace ChangeSentinel.Tests;

public static class ProgressTests
{
    [Theory]
    [InlineData(true, 0, "")]
    [InlineData(true, 1, "\rreading … 1,200\u001b[K\r\u001b[K")]
    [InlineData(false, 3, "")]
    public static void It_shows_after_a_second_on_a_terminal_alone_and_leaves_nothing(
        bool terminal, int seconds, string expected)
    {
        var clock = new SteppingClock();
        using var error = new MemoryStream();
        using var shell = new Shell
        {
            Directory = "/",
            Variable = _ => null,
            Input = Stream.Null,
            Output = Stream.Null,
            Error = error,
            ErrorIsTerminal = terminal,
            Clock = clock,
        };

        using (var progress = Progress.Of("reading", shell))
        {
            progress.Count = 1_200;
            for (var second = 0; second < seconds; second++)
                clock.Tick();
        }

        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>A clock whose timers fire when the test says so.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private System.Action? fire;

        public void Tick() => fire?.Invoke();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(TimeSpan.FromSeconds(1), dueTime);
            fire = () => callback(state);
            return new Timer(this);
        }

        private sealed class Timer(SteppingClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => clock.fire = null;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
