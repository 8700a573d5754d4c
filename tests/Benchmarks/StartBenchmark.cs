namespace ChangeSentinel.Benchmarks;

/// <summary>What it costs to start: one path explained, beside a program that does nothing.</summary>
internal static class StartBenchmark
{
    private const int Runs = 21;

    public static IEnumerable<Goal> Run(BenchmarkPlace place)
    {
        var sentinel = place.Sentinel();
        var empty = Published.Empty(place.Folder("empty"));

        var runs = SideBySide.Run(
            Runs,
            new("sentinel explain README.md", sentinel, ["explain", "README.md"]) { Directory = place.Root },
            new("an empty program", empty, []));

        yield return Goal.Ratio("start: explain of one path / an empty program", runs[0], runs[1], atMost: 3.0);
    }
}
