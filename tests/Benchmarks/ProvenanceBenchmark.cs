namespace ChangeSentinel.Benchmarks;

/// <summary>Provenance of 100,000 commits, beside `git log` printing the same fields.</summary>
internal static class ProvenanceBenchmark
{
    private const int Commits = 100_000;
    private const int Runs = 5;
    private const string SameFields = "--format=%H%x00%an%x00%ae%x00%cn%x00%ce%x00%B";

    public static IEnumerable<Goal> Run(BenchmarkPlace place)
    {
        var repository = GeneratedRepository.WithCommits(place.Folder("commits"), Commits);

        var runs = SideBySide.Run(
            Runs,
            new("sentinel provenance", place.Sentinel(), ["provenance", "--repo", repository, "--format", "jsonl", "HEAD"]),
            new("git log", "git", ["-C", repository, "log", "-z", SameFields, "HEAD"]));

        yield return Goal.Ratio("provenance of 100,000 commits / git log", runs[0], runs[1], atMost: 1.3);
        yield return Goal.Memory("provenance of 100,000 commits", runs[0], atMostMegabytes: 150);
    }
}
