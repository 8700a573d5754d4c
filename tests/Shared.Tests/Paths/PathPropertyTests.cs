using ChangeSentinel.Paths;
using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Paths;

public static class PathPropertyTests
{
    private static readonly Gen<string> Paths =
        Gen.Elements("a", "b", "ab", "ba", "aab", "\ud83d\ude00a", "\u00e9")
            .NonEmptyListOf()
            .Select(names => string.Join('/', names.Take(5)));

    private static readonly Gen<string> Texts =
        Gen.Elements("a", "b", "a", "b", "*", "**", "?", "/", "/", "/**/", "\ud83d\ude00", "\u00e9", "\\*")
            .NonEmptyListOf()
            .Select(parts => string.Concat(parts.Take(8)))
            .Where(text => PathPattern.Parse(text) is PatternReading.Pattern);

    private static readonly Gen<(string[] Texts, string[] Paths)> Cases =
        from texts in Texts.ListOf()
        from paths in Paths.NonEmptyListOf()
        select (texts.ToArray(), paths.ToArray());

    [Fact]
    public static void A_pattern_agrees_with_the_reference() =>
        Holds(from text in Texts from path in Paths select (text, path),
            one => Patterns.Pattern(one.text).Matches(one.path)
                == ReferenceMatcher.Matches(one.text, one.path));

    [Fact]
    public static void All_is_every_pattern_that_matches_alone() =>
        Holds(Cases, one =>
        {
            var patterns = one.Texts.Select(Patterns.Pattern).ToArray();
            var rules = PathRules.Compile(patterns);
            return one.Paths.All(path => rules.All(path)
                .SequenceEqual(Enumerable.Range(0, patterns.Length).Where(i => patterns[i].Matches(path))));
        });

    [Fact]
    public static void Last_is_the_highest_of_All() =>
        Holds(Cases, one =>
        {
            var rules = Patterns.Rules(one.Texts);
            var lookup = rules.Lookup();
            return one.Paths.All(path =>
            {
                var last = rules.All(path).Append(-1).Max();
                return rules.Last(path) == last && lookup.Last(path) == last;
            });
        });

    [Fact]
    public static void The_index_agrees_with_the_reference() =>
        Holds(Cases, one =>
        {
            var rules = Patterns.Rules(one.Texts);
            return one.Paths.All(path => rules.Last(path)
                == Array.FindLastIndex(one.Texts, text => ReferenceMatcher.Matches(text, path)));
        });

    [Fact]
    public static void Reading_never_throws_and_an_error_stands_within_the_text() =>
        Holds(Gen.Elements("a", "*", "?", "/", "\\", "#", "!", " ", ".", "\0", "\ud83d", "\ude00", "[", "\n")
            .ListOf().Select(string.Concat), text =>
        {
            var reading = PathPattern.Parse(text);
            return reading is PatternReading.Pattern(var pattern) && pattern.Text == text
                || reading is PatternReading.Error(_, var column) && column >= 1 && column <= text.Length + 1;
        });

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(cases.ToArbitrary(), property));
}
