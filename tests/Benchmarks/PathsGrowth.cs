using System.Diagnostics;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Benchmarks;

/// <summary>
/// What a path costs as the lines grow: every number of lines in turn, round after round, the best of each.
/// </summary>
internal static class PathsGrowth
{
    private const int Rounds = 15;

    /// <returns>Nanoseconds a path, for each number of lines.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<PathsCase> cases, bool shuffled)
    {
        var paths = cases[0].Paths(shuffled);
        var lookups = cases.Select(one => one.Compile().Lookup()).ToList();
        var best = lookups.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < best.Length; i++)
                best[i] = Math.Min(best[i], Nanoseconds(lookups[i], paths));
        }

        return best;
    }

    private static double Nanoseconds(PathLookup lookup, string[] paths)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var path in paths)
            lookup.Last(path);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / paths.Length;
    }
}
