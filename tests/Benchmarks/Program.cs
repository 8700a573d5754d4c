using ChangeSentinel.Benchmarks;

// One file a verb: what it measures, and the goals that must hold.
var verbs = new Dictionary<string, Func<BenchmarkPlace, IEnumerable<Goal>>>(StringComparer.Ordinal)
{
    ["paths"] = PathsBenchmark.Run,
    ["explain"] = ExplainBenchmark.Run,
    ["provenance"] = ProvenanceBenchmark.Run,
    ["check"] = CheckBenchmark.Run,
    ["start"] = StartBenchmark.Run,
    ["action"] = ActionBenchmark.Run,
};

verbs["all"] = place => verbs.Where(verb => verb.Key != "all").SelectMany(verb => verb.Value(place));

if (args is not [var verb, .. var rest]
    || !verbs.TryGetValue(verb, out var run)
    || rest is not ([] or ["--write-table"]))
{
    Console.Error.WriteLine($"usage: benchmarks {string.Join('|', verbs.Keys)} [--write-table]");
    return 2;
}

using var place = new BenchmarkPlace();
var goals = run(place).ToList();
Console.WriteLine();
foreach (var goal in goals)
    Console.WriteLine(goal);
if (rest is not [])
    GoalTable.Write(goals, place.Root);
return goals.TrueForAll(goal => goal.Met) ? 0 : 1;
