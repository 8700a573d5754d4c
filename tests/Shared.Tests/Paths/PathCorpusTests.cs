using System.Text.Json;
using ChangeSentinel.Paths;
using ChangeSentinel.Tests.House;

namespace ChangeSentinel.Tests.Paths;

public static class PathCorpusTests
{
    [CorpusFact]
    public static void Every_uncontested_CODEOWNERS_row_is_right()
    {
        var rows = Rows().Where(row => row.Dialect == "codeowners" && !row.IsContested).ToArray();

        var failures = rows.Where(row => !IsRight(row)).Select(row => row.Place);

        Assert.True(rows.Length > 400, $"only {rows.Length} rows were found");
        Assert.Empty(failures);
    }

    [CorpusFact]
    public static void Every_difference_from_gitignore_and_wildmatch_is_explained_in_the_table()
    {
        var rows = Rows().Where(row => row.Dialect != "codeowners").ToArray();
        var different = rows.Where(row => !IsRight(row)).ToArray();

        var unexplained = different.Where(row => PathDifference.Of(row) is null).Select(row => row.Place);
        var counted = different.CountBy(row => (row.Dialect, PathDifference.Of(row)))
            .Select(count => $"| {count.Key.Dialect} | {count.Key.Item2} | {count.Value} |");

        Assert.Empty(unexplained);
        Assert.Equal(Lines(Table()), Lines(counted));
    }

    [CorpusFact]
    public static void On_real_trees_the_index_agrees_with_each_pattern_alone()
    {
        foreach (var tree in Directory.EnumerateDirectories(Corpora.File("scale")))
        {
            var patterns = File.ReadLines(Path.Combine(tree, "CODEOWNERS"))
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => Patterns.Pattern(line.Split(' ', '\t')[0]))
                .ToArray();
            var files = File.ReadAllLines(Path.Combine(tree, "files.txt"));
            var rules = PathRules.Compile(patterns);
            var lookup = rules.Lookup();

            foreach (var file in files.Where((_, i) => i % (files.Length / 100) == 0))
            {
                var alone = Enumerable.Range(0, patterns.Length)
                    .Where(i => patterns[i].Matches(file))
                    .ToArray();

                Assert.Equal(alone, rules.All(file));
                Assert.Equal(alone is [.., var last] ? last : -1, lookup.Last(file));
            }
        }
    }

    private static string Lines(IEnumerable<string> rows) =>
        string.Join(Environment.NewLine, rows.Order(StringComparer.Ordinal));

    private static bool IsRight(CorpusRow row)
    {
        var readings = row.Patterns.Select(PathPattern.Parse).ToArray();
        var patterns = readings.OfType<PatternReading.Pattern>().Select(reading => reading.Value).ToArray();
        if (patterns.Length < readings.Length)
            return !row.IsList && row.Expected.ValueKind == JsonValueKind.Null;
        var rules = PathRules.Compile(patterns);
        var (last, all) = (rules.Last(row.Path), rules.All(row.Path));
        var alone = Enumerable.Range(0, patterns.Length).Where(i => patterns[i].Matches(row.Path));
        return row.Agrees(last)
            && last == (all is [.., var highest] ? highest : -1)
            && all.SequenceEqual(alone);
    }

    private static IEnumerable<CorpusRow> Rows() =>
        from file in Directory.EnumerateFiles(Corpora.File("paths"), "*.jsonl").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file).Index()
        select CorpusRow.Parse($"{Path.GetFileName(file)}:{line.Index + 1}", line.Item);

    private static IEnumerable<string> Table() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests/Shared.Tests/Paths/differences.md"))
            .Where(line => line.StartsWith("| gitignore", StringComparison.Ordinal)
                || line.StartsWith("| wildmatch", StringComparison.Ordinal))
            .Select(line => string.Join('|', line.Split('|').Take(4)) + "|");
}
