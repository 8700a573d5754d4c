namespace ChangeSentinel.Tests.Paths;

public static class PathRulesTests
{
    [Fact]
    public static void The_last_line_that_matches_decides()
    {
        var rules = Patterns.Rules("*", "*.md", "/src/", "/src/*.md", "*.md", "/src/a/");

        Assert.Equal(0, rules.Last("a.cs"));
        Assert.Equal(4, rules.Last("a.md"));
        Assert.Equal(2, rules.Last("src/x/a.cs"));
        Assert.Equal(4, rules.Last("src/a.md"));
        Assert.Equal(5, rules.Last("src/a/b.md"));
        Assert.Equal([0, 1, 2, 3, 4], rules.All("src/a.md"));
    }

    [Fact]
    public static void A_path_that_no_line_matches_has_no_last()
    {
        var rules = Patterns.Rules("/src/", "/");

        Assert.Equal(-1, rules.Last("docs/a"));
        Assert.Empty(rules.All("docs/a"));
        Assert.Equal(-1, Patterns.Rules().Last("a"));
    }

    [Fact]
    public static void A_lookup_answers_alike_in_every_order()
    {
        var rules = Patterns.Rules("*", "/a/", "/a/**/z/", "**/b/*.cs", "/a/b/c", "c*", "*c", "*b*");
        string[] paths =
        [
            "a/b/c/d", "a/b/c", "a/b/c/z/d", "a/b", "a", "ab/c", "a/bc/x", "b/x.cs", "a/b/x.cs", "a/b/y/x.cs",
            "cc/a", "",
        ];
        var expected = paths.ToDictionary(path => path, path => rules.All(path)[^1], StringComparer.Ordinal);
        var lookup = rules.Lookup();

        foreach (var first in paths)
        {
            foreach (var second in paths)
            {
                Assert.Equal(expected[first], lookup.Last(first));
                Assert.Equal(expected[second], lookup.Last(second));
            }
        }
    }

    [Fact]
    public static void Folders_deeper_than_a_lookup_remembers_are_matched_alike()
    {
        var deep = string.Concat(Enumerable.Repeat("a/", 79));
        var rules = Patterns.Rules("*.x", "**/a/b/", $"/{deep}a/", "**/a/c");
        string[] names = ["q", "c", "b/q", "b/q.x", "a/q", "b/a/c", new string('d', 5000) + "/c/q.x"];
        var lookup = rules.Lookup();

        foreach (var path in names.Concat(names.Reverse()).Select(name => deep + name))
            Assert.Equal(rules.All(path) is [.., var last] ? last : -1, lookup.Last(path));
    }

    [Fact]
    public static void Many_prefixes_and_suffixes_of_each_other_are_all_found()
    {
        var stem = new string('a', 40);
        var prefixes = Enumerable.Range(1, 40).Select(length => stem[..length] + "*");
        var suffixes = Enumerable.Range(1, 40).Select(length => "*" + stem[..length]);
        var rules = Patterns.Rules([.. prefixes, .. suffixes, "b*", "*b", "ab*", "*ba"]);

        Assert.Equal([.. Enumerable.Range(0, 7), .. Enumerable.Range(40, 7)], rules.All(stem[..7]));
        Assert.Equal([0, 1, 2, 81], rules.All("aaab"));
        Assert.Equal([40, 41, 80], rules.All("baa"));
        Assert.Equal([40, 83], rules.All("xba"));
    }

    [Fact]
    public static void Patterns_that_begin_or_end_alike_are_all_found()
    {
        var rules = Patterns.Rules("ab*c", "ab*d", "ab?e", "a*c", "abc*", "a*", "*c", "?bc", "b*bc", "a?*bc", "q*bc");

        Assert.Equal([0, 3, 4, 5, 6, 7], rules.All("abc"));
        Assert.Equal([1, 4, 5], rules.All("abcd"));
        Assert.Equal([0, 3, 5, 6, 9], rules.All("abbc"));
        Assert.Equal([2, 5], rules.All("abxe"));
    }

    [Fact]
    public static void Names_are_told_apart_however_many_stand_in_one_folder()
    {
        for (var count = 1; count <= 40; count++)
        {
            var rules = Patterns.Rules([.. Enumerable.Range(0, count).Select(i => $"/a/name{i}")]);

            for (var i = 0; i < count; i++)
                Assert.Equal(i, rules.Last($"a/name{i}"));
            Assert.Equal(-1, rules.Last("a/name"));
            Assert.Equal(-1, rules.Last($"a/name{count}"));
        }
    }

    [Fact]
    public static void One_compiled_list_serves_many_threads()
    {
        var rules = Patterns.Rules("*", "/a/", "/a/*/c/", "**/d*");
        string[] paths = ["x", "a/x", "a/b/c/d", "a/b/c/x", "q/d1/x"];
        int[] expected = [0, 1, 3, 2, 3];

        var wrong = Enumerable.Range(0, 20_000).AsParallel().WithDegreeOfParallelism(4)
            .Count(i => rules.Last(paths[i % 5]) != expected[i % 5]);

        Assert.Equal(0, wrong);
    }

    [Fact]
    public static void Asking_for_the_last_match_allocates_nothing()
    {
        var rules = Patterns.Rules("*", "*.cs", "/a/**/c?/", "**/d*e", "/a/b/");
        string[] paths = ["a/b/c.cs", "x/y/z/dee", "a/q/cc/x", "a/b/x"];
        var sum = paths.Sum(path => rules.Last(path));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            sum += rules.Last(paths[i % paths.Length]);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(sum > 0);
        Assert.Equal(0, allocated);
    }
}
