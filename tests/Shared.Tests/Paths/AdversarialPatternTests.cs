namespace ChangeSentinel.Tests.Paths;

public static class AdversarialPatternTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "**/a*/**/a*/**/b", "a/" },
        { "/**/a/**/a/**/a/**/a/**/b", "a/" },
        { "**/*a*a*a*a*b", "a" },
        { "**/?*?*?*?*q", "a" },
        { "**/*a/**/*a/**/?*z", "aa/" },
        { "*/*/*/**/*a*a*/**/b*", "aaa/" },
        { "**/*aaaaaaaab", "a" },
        { "**/aaaa*", "aaa/" },
        { "**/*a?a?a?ab", "a" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public static void Attack_21_adversarial_patterns_take_linear_steps(string pattern, string unit)
    {
        var (half, whole) = (Steps([pattern], Path(unit, 2_000)), Steps([pattern], Path(unit, 4_000)));

        // Each character of the path meets each character of the pattern at most once, and each level its
        // nodes.
        Assert.InRange(whole, 1, 2L * 4_000 * pattern.Length);
        Assert.InRange(whole, half, (long)(2.1 * half) + 100);
        var rules = Patterns.Rules(pattern);
        Assert.Equal(rules.All(Path(unit, 4_000)).Count - 1, rules.Last(Path(unit, 4_000)));
    }

    [Fact]
    public static void Attack_21_many_adversarial_patterns_together_stay_linear()
    {
        var patterns = Enumerable.Range(0, 40).SelectMany(Adversarial).ToArray();
        var states = patterns.Sum(pattern => (long)pattern.Length);

        foreach (var unit in new[] { "a/", "a", "aaa/", "aaaaaaaaaaaaaaaaaaaa/" })
        {
            var (half, whole) = (Steps(patterns, Path(unit, 2_000)), Steps(patterns, Path(unit, 4_000)));

            Assert.InRange(whole, 1, 2 * 4_000 * states);
            Assert.InRange(whole, half, (long)(2.1 * half) + 10_000);
        }
    }

    [Fact]
    public static void Attack_21_nested_prefixes_are_found_by_one_search()
    {
        var patterns = Enumerable.Range(1, 2_000).Select(length => new string('a', length) + "*").ToArray();

        var steps = Steps(patterns, new string('a', 1_000) + "b" + new string('a', 3_000));

        Assert.InRange(steps, 1, 2_000);
    }

    [Fact]
    public static void Steps_per_path_grow_no_faster_than_the_logarithm_of_the_lines()
    {
        var few = StepsPerPath(lines: 100);
        var many = StepsPerPath(lines: 20_000);

        Assert.InRange(many / few, 0, Math.Log2(20_000) / Math.Log2(100));
    }

    private static IEnumerable<string> Adversarial(int i) =>
    [
        "/" + Repeat("**/a/", 1 + (i % 8)) + $"b{i}",
        Repeat("*a", 2 + (i % 14)) + $"b{i}",
        "/a/" + Repeat("*/", i % 10) + "**/" + Repeat("a*", 1 + (i % 9)) + "z",
        "**/" + Repeat("?*", 1 + (i % 9)) + $"q{i}",
    ];

    // Folders, names, and file kinds in a mix that holds for any number of lines.
    private static double StepsPerPath(int lines)
    {
        var patterns = Enumerable.Range(0, lines).Select(i => (i % 5) switch
        {
            0 => $"/f{i % 50}/g{i}/",
            1 => $"/f{i % 50}/g{i - 1}/name{i}*",
            2 => $"/f{i % 50}/g{i - 2}/*.k{i}",
            3 => $"name{i}.cs",
            _ => $"/f{i % 50}/*/h{i}/",
        }).ToArray();
        var lookup = Patterns.Rules(patterns).Lookup();
        var paths = Enumerable.Range(0, 2_000)
            .Select(i => $"f{i % 50}/g{i * 7 % lines}/h{i}/name{i}.cs")
            .ToArray();
        foreach (var path in paths)
            lookup.Last(path);
        return (double)lookup.Steps / paths.Length;
    }

    private static long Steps(IEnumerable<string> patterns, string path)
    {
        var lookup = Patterns.Rules(patterns).Lookup();
        lookup.Last(path);
        return lookup.Steps;
    }

    private static string Path(string unit, int length) => Repeat(unit, length / unit.Length);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
