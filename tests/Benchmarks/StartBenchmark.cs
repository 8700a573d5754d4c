using System.Diagnostics;

namespace ChangeSentinel.Benchmarks;

/// <summary>What it costs to start: one path explained, beside a program that does nothing.</summary>
internal static class StartBenchmark
{
    private const int Runs = 21;

    public static IEnumerable<Goal> Run(BenchmarkPlace place)
    {
        var sentinel = place.Sentinel();
        var empty = Published.Empty(place.Folder("empty"));

        var repository = place.Folder("start");
        using (var git = Process.Start("git", ["init", "-q", repository]))
            git.WaitForExit();
        File.WriteAllText(
            Path.Combine(repository, ".blastradius.yml"),
            "version: 1\npaths: |\n  *     medium  @acme/engineers\n  *.md  low  @acme/docs\n");

        var runs = SideBySide.Run(
            Runs,
            new("explain under a policy with paths alone", sentinel, ["explain", "README.md"])
            {
                Directory = repository,
            },
            new("an empty program", empty, []),
            new("explain in this checkout, which asks git for the service graph", sentinel, ["explain", "README.md"])
            {
                Directory = place.Root,
            });

        yield return Goal.Ratio("start: explain of one path / an empty program", runs[0], runs[1], atMost: 3.0);
        var withGraph = SideBySide.Median(runs[2].Select(run => run.Milliseconds));
        Console.WriteLine($"for comparison, explain with a discovered service graph: {withGraph:F0} ms");
    }
}
