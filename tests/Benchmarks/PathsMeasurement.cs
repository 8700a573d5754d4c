using System.Diagnostics;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Benchmarks;

/// <summary>What our matcher takes on one case, in process.</summary>
/// <param name="Compile">Milliseconds to read the patterns and to compile them, warm.</param>
/// <param name="Sorted">Nanoseconds a path through one lookup; the others alike.</param>
/// <param name="Shuffled">The same paths in a random order.</param>
/// <param name="Direct">Sorted, through the rules themselves.</param>
internal sealed record PathsMeasurement(double Compile, double Sorted, double Shuffled, double Direct)
{
    private const int Rounds = 9;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Bytes that one more compiled index keeps.</summary>
    public required long Bytes { get; init; }

    public static PathsMeasurement Of(PathsCase one)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rules = one.Compile();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var (sorted, shuffled) = (one.Paths(shuffled: false), one.Paths(shuffled: true));
        var lookup = rules.Lookup();
        var repeats = Math.Max(1, 100_000 / sorted.Length);
        return new(
            Median(() => one.Compile()) / 1e6,
            Median(() => Run(lookup, sorted, repeats)) / repeats / sorted.Length,
            Median(() => Run(lookup, shuffled, repeats)) / repeats / sorted.Length,
            Median(() => Run(rules, sorted, repeats)) / repeats / sorted.Length)
        {
            Bytes = bytes,
        };
    }

    private static double Median(Action action)
    {
        // Long enough for the runtime to have compiled what is hot for the last time.
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 3 || Stopwatch.GetElapsedTime(start) < WarmUp; i++)
            action();
        return Enumerable.Range(0, Rounds).Select(_ => Nanoseconds(action)).Order().ElementAt(Rounds / 2);
    }

    private static double Nanoseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static void Run(PathLookup lookup, string[] paths, int repeats)
    {
        for (var i = 0; i < repeats; i++)
        {
            foreach (var path in paths)
                lookup.Last(path);
        }
    }

    private static void Run(PathRules rules, string[] paths, int repeats)
    {
        for (var i = 0; i < repeats; i++)
        {
            foreach (var path in paths)
                rules.Last(path);
        }
    }
}
