using ChangeSentinel.Paths;

namespace ChangeSentinel.Tests.Paths;

public static class PathPatternTests
{
    [Theory]
    [InlineData("docs", "docs")]
    [InlineData("docs", "a/docs/b")]
    [InlineData("/docs", "docs/a/b")]
    [InlineData("docs/", "a/docs/b")]
    [InlineData("*", "a/b/c")]
    [InlineData("**", "a")]
    [InlineData("/**", "a/b")]
    [InlineData("*.cs", "a/b.cs")]
    [InlineData("*.cs", "a.cs/b")]
    [InlineData("a/**/b", "a/b")]
    [InlineData("a/**/b", "a/x/y/b/c")]
    [InlineData("a/**/**/b", "a/b")]
    [InlineData("a/**b", "a/xb")]
    [InlineData("**/a/*", "x/y/a/b")]
    [InlineData("a/**/", "a/b/c")]
    [InlineData("**/", "a/b")]
    [InlineData("/*/*/c", "a/b/c/d")]
    [InlineData("a\\ b", "a b")]
    [InlineData("a\\\\b", "a\\b")]
    [InlineData("\\!a", "!a")]
    [InlineData("\\\ud83d\ude00?", "\ud83d\ude00x")]
    [InlineData("a#b", "a#b")]
    [InlineData("bar{foo}.log", "bar{foo}.log")]
    public static void A_pattern_matches_as_in_CODEOWNERS(string pattern, string path) =>
        Assert.True(Patterns.Matches(pattern, path));

    [Theory]
    [InlineData("docs/", "docs")]
    [InlineData("/docs", "a/docs")]
    [InlineData("a/b", "x/a/b")]
    [InlineData("a/**", "a")]
    [InlineData("a/**/", "a/b")]
    [InlineData("a/**b", "a/x/b")]
    [InlineData("*/*", "a")]
    [InlineData("*/*", "a/b/c")]
    [InlineData("**/a/*", "x/a/b/c")]
    [InlineData("a?b", "a/b")]
    [InlineData("a*b", "a/b")]
    [InlineData("/*/*/c", "a/c")]
    public static void A_pattern_goes_no_further_than_in_CODEOWNERS(string pattern, string path) =>
        Assert.False(Patterns.Matches(pattern, path));

    [Theory]
    [InlineData("/*/", "a/b/c/d", true)]
    [InlineData("/*/", "a/b/c", true)]
    [InlineData("/*/", "a", false)]
    [InlineData("f\\*o", "f*o", true)]
    [InlineData("f\\*o", "foo", false)]
    [InlineData("f\\*o", "fo", false)]
    [InlineData("/", "a", false)]
    [InlineData("/", "a/b", false)]
    [InlineData("docs/*", "docs/a", true)]
    [InlineData("docs/*", "docs/a/b", false)]
    [InlineData("README", "readme", false)]
    [InlineData("app/[param]/page.ts", "app/[param]/page.ts", true)]
    [InlineData("app/[param]/page.ts", "app/p/page.ts", false)]
    [InlineData("a/b/", "a/b/c", true)]
    [InlineData("a/b/", "x/a/b/c", false)]
    public static void A_known_fault_of_others_is_not_ours(string pattern, string path, bool expected) =>
        Assert.Equal(expected, Patterns.Matches(pattern, path));

    [Fact]
    public static void A_pattern_outside_ASCII_stands_beside_others()
    {
        var rules = Patterns.Rules("*.md", "/caf\u00e9/", "/src/");

        string[] paths = ["a.md", "caf\u00e9/menu", "cafe/menu", "src/a.md"];
        var lasts = paths.Select(path => rules.Last(path));

        Assert.Equal([0, 1, -1, 2], lasts);
    }

    [Theory]
    [InlineData("a?b", "a\u00e9b", true)]
    [InlineData("a?b", "a\ud83d\ude00b", true)]
    [InlineData("a??b", "a\ud83d\ude00b", false)]
    [InlineData("*??", "\ud83d\ude00", false)]
    [InlineData("*?", "\ud83d\ude00", true)]
    [InlineData("a*?b", "a\ud83d\ude00b", true)]
    public static void A_question_mark_is_one_Unicode_scalar(string pattern, string path, bool expected) =>
        Assert.Equal(expected, Patterns.Matches(pattern, path));

    [Fact]
    public static void Composed_and_decomposed_letters_differ() =>
        Assert.False(Patterns.Matches("\u00e9/*.txt", "e\u0301/a.txt"));

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("!*.md", 1, "later line")]
    [InlineData("#a", 1, "comment")]
    [InlineData("\\#a", 1, "can't be escaped")]
    [InlineData("a b", 2, "'\\ '")]
    [InlineData("a\tb", 2, "'\\ '")]
    [InlineData("a\\", 2, "escapes nothing")]
    [InlineData("a\\/b", 2, "'\\' can't escape '/'")]
    [InlineData("a//b", 3, "empty folder")]
    [InlineData("//", 2, "empty folder")]
    [InlineData("a/./b", 3, "'.'")]
    [InlineData("./a", 1, "'/' for the root")]
    [InlineData("a/../b", 3, "'..'")]
    [InlineData("***/*.rb", 1, "did you mean '**'")]
    [InlineData("a/b***", 4, "did you mean '**'")]
    [InlineData("a\nb", 2, "one line")]
    [InlineData("a\\\nb", 3, "one line")]
    [InlineData("a\0", 2, "NUL")]
    public static void A_pattern_that_GitHub_would_ignore_is_an_error(string text, int column, string says)
    {
        var error = Assert.IsType<PatternReading.Error>(PathPattern.Parse(text));

        Assert.Equal(column, error.Column);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Half_of_a_surrogate_pair_is_an_error_in_a_pattern_and_one_character_in_a_path()
    {
        Assert.Equal(2, Assert.IsType<PatternReading.Error>(PathPattern.Parse("a\ud83d")).Column);
        Assert.Equal(1, Assert.IsType<PatternReading.Error>(PathPattern.Parse("\ude00a")).Column);
        Assert.True(Patterns.Matches("?", "\ud83d"));
        Assert.True(Patterns.Matches("a??", "a\ude00\ud83d"));
    }

    [Fact]
    public static void A_pattern_of_4096_characters_is_read_and_a_longer_one_is_an_error()
    {
        var longest = new string('a', 4096);

        Assert.True(Patterns.Matches(longest, "x/" + longest));
        Assert.Equal(4097, Assert.IsType<PatternReading.Error>(PathPattern.Parse(longest + "a")).Column);
    }

    [Theory]
    [InlineData("/.github/workflows/", true)]
    [InlineData("/src/a.cs", true)]
    [InlineData("f\\*o", true)]
    [InlineData("CODEOWNERS", true)]
    [InlineData("*.cs", false)]
    [InlineData("/a/**", false)]
    [InlineData("a?", false)]
    [InlineData("/", false)]
    public static void A_pattern_without_wildcards_is_exact(string text, bool expected) =>
        Assert.Equal(expected, Patterns.Pattern(text).IsExact);

    [Fact]
    public static void A_bare_slash_says_that_it_matches_nothing()
    {
        Assert.True(Patterns.Pattern("/").MatchesNothing);
        Assert.False(Patterns.Pattern("/*").MatchesNothing);
    }

    [Fact]
    public static void A_pattern_keeps_its_text() =>
        Assert.Equal("/a\\ b/", Patterns.Pattern("/a\\ b/").Text);
}
