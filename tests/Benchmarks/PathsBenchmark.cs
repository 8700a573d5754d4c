using System.Globalization;

namespace ChangeSentinel.Benchmarks;

/// <summary>
/// Matching paths in process, beside other matchers; whole processes are compared by the verb explain.
/// </summary>
internal static class PathsBenchmark
{
    private static readonly int[] LineCounts = [100, 1_000, 5_000, 20_000];

    public static IEnumerable<Goal> Run(BenchmarkPlace place)
    {
        if (place.Corpora is null)
            Console.WriteLine("real trees: skipped; SENTINEL_CORPORA names no folder.");
        var synthetic = new SyntheticTree();
        var growing = LineCounts.Select(synthetic.Lines).ToList();
        var cases = PathsCase.OfCorpora(place.Corpora).Concat(growing).Append(SyntheticTree.Adversarial());
        var rows = Measure([.. cases], place);
        return [.. GoalsOfLinux(rows), .. GoalsOfGrowth(growing), .. GoalsOfAdversaries()];
    }

    private static List<Row> Measure(PathsCase[] cases, BenchmarkPlace place)
    {
        var peers = PathsPeer.All(place);
        var rows = new List<Row>();
        var names = peers.Select(peer => peer.Name);
        Print("ns a path", ["sorted", "shuffled", "direct", .. names, "compile ms", "KB"]);
        foreach (var one in cases)
        {
            var ours = PathsMeasurement.Of(one);
            var theirs = peers
                .Select((peer, i) => peer.Measure(one, place.Folder(Path.Combine(one.Name, Number(i)))))
                .ToList();
            Print($"{one.Name} {one.Patterns.Count} x {one.Files.Count}",
            [
                Number(ours.Sorted), Number(ours.Shuffled), Number(ours.Direct),
                .. theirs.Select(time => Beside(time, ours.Sorted)),
                ours.Compile.ToString("F1", CultureInfo.InvariantCulture), Number(ours.Bytes / 1024.0),
            ]);
            rows.Add(new(one, ours, theirs[0]));
        }

        return rows;
    }

    private static IEnumerable<Goal> GoalsOfLinux(List<Row> rows)
    {
        if (rows.Find(row => row.Case.Name == "linux-maintainers") is not { } linux)
            yield break;
        yield return new("linux-maintainers, sorted: ns a path", linux.Ours.Sorted, 1_000);
        yield return new("linux-maintainers, shuffled: ns a path", linux.Ours.Shuffled, 1_000);
        yield return new("linux-maintainers: ms to compile 7,258 lines", linux.Ours.Compile, 60);
        yield return new(
            "linux-maintainers: our time a path / git check-ignore's",
            linux.Git is { } git ? linux.Ours.Sorted / git : double.PositiveInfinity,
            0.25);
    }

    // The cost may grow as the logarithm of the lines does: 2.15 times from 100 to 20,000.
    private static IEnumerable<Goal> GoalsOfGrowth(List<PathsCase> cases)
    {
        var allowed = Math.Log(LineCounts[^1]) / Math.Log(LineCounts[0]);
        Print("decided by more than the first line", LineCounts.Zip(cases.Select(BeyondFirst), Share));
        var costs = PathsGrowth.Of(cases, shuffled: false);
        Print("ns a path, lines in turn, sorted", LineCounts.Zip(costs, Growth));
        yield return new(
            "growth of the time a path from 100 to 20,000 lines, in the order of the tree",
            costs[^1] / costs[0],
            allowed);
        yield return new("growth of the steps a path, the same", Steps(cases[^1]) / Steps(cases[0]), allowed);

        var shuffled = PathsGrowth.Of(cases, shuffled: true);
        Print("ns a path, lines in turn, shuffled", LineCounts.Zip(shuffled, Growth));
        yield return new("20,000 lines, shuffled: ns a path", shuffled[^1], 1_000);

        static string Growth(int lines, double cost) => $"{lines}: {cost:F0}";
        static string Share(int lines, double share) => $"{lines}: {share:P0}";
    }

    // The files are the same for every number of lines; the more lines, the more of them a narrow one decides.
    private static double BeyondFirst(PathsCase one)
    {
        var lookup = one.Compile().Lookup();
        return one.Files.Count(path => lookup.Last(path) > 0) / (double)one.Files.Count;
    }

    private static double Steps(PathsCase one)
    {
        var lookup = one.Compile().Lookup();
        foreach (var path in one.Paths(shuffled: false))
            lookup.Last(path);
        return lookup.Steps;
    }

    private static IEnumerable<Goal> GoalsOfAdversaries()
    {
        var rules = SyntheticTree.Adversarial().Compile();
        foreach (var unit in new[] { "a/", "a", "aaaaaaaaaaaaaaaaaaa/" })
        {
            var (half, whole) = (Steps(2_000), Steps(4_000));
            yield return new($"adversarial: steps for 4,000 of '{unit}' / 2,000", whole / half, 2.1);

            double Steps(int length)
            {
                var lookup = rules.Lookup();
                lookup.Last(string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
                return lookup.Steps;
            }
        }
    }

    private static void Print(string name, IEnumerable<string> cells) =>
        Console.WriteLine($"{name,-40}{string.Concat(cells.Select(cell => $"{cell,22}"))}");

    private static string Beside(double? theirs, double ours) =>
        theirs is { } known ? $"{Number(known)} ({known / ours:F0}x)" : "too long";

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Row(PathsCase Case, PathsMeasurement Ours, double? Git);
}
