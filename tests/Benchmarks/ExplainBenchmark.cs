using System.Diagnostics;

namespace ChangeSentinel.Benchmarks;

/// <summary>Every path of a large tree explained as a whole process, beside `git check-ignore`.</summary>
internal static class ExplainBenchmark
{
    private const int Runs = 5;

    public static IEnumerable<Goal> Run(BenchmarkPlace place)
    {
        if (place.Corpora is null)
        {
            Console.WriteLine("explain: skipped, because SENTINEL_CORPORA names no folder with scale/linux-maintainers.");
            yield break;
        }

        var tree = Path.Combine(place.Corpora, "scale", "linux-maintainers");
        var patterns = File.ReadLines(Path.Combine(tree, "CODEOWNERS"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', '\t')[0])
            .ToList();
        var folder = place.Folder("explain");
        var policy = Path.Combine(folder, "policy.yml");
        File.WriteAllText(
            policy, "version: 1\npaths: |\n" + string.Concat(patterns.Select(pattern => $"  {pattern} high @acme/owners\n")));
        Process.Start("git", ["init", "-q", folder])!.WaitForExit();
        File.WriteAllLines(Path.Combine(folder, ".git", "info", "exclude"), patterns);
        var paths = Path.Combine(tree, "files.txt");

        var runs = SideBySide.Run(
            Runs,
            new("sentinel explain --stdin", place.Sentinel(), ["explain", "--policy", policy, "--format", "jsonl", "--stdin"])
            {
                Input = paths,
            },
            new("git check-ignore --stdin", "git", ["check-ignore", "--no-index", "--stdin", "-v", "-n"])
            {
                Directory = folder,
                Input = paths,
                Expected = [0, 1],
            });

        yield return Goal.Ratio("explain --stdin of 86,643 paths / git check-ignore", runs[0], runs[1], atMost: 1.0);
        yield return Goal.Memory("explain --stdin of 86,643 paths", runs[0], atMostMegabytes: 150);
    }
}
