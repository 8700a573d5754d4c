using ChangeSentinel.Paths;

namespace ChangeSentinel.Tests.Paths;

/// <summary>Short ways to name patterns and rules in a test.</summary>
internal static class Patterns
{
    public static PathPattern Pattern(string text) => PathPattern.Parse(text) switch
    {
        PatternReading.Pattern(var pattern) => pattern,
        PatternReading.Error(var message, var column) =>
            throw new InvalidOperationException($"'{text}' at {column}: {message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static PathRules Rules(params IEnumerable<string> texts) =>
        PathRules.Compile([.. texts.Select(Pattern)]);

    /// <summary>What a pattern says about a path alone, asked of the pattern and of an index of it.</summary>
    public static bool Matches(string text, string path)
    {
        var alone = Pattern(text).Matches(path);
        var rules = Rules(text);
        Assert.Equal(alone ? 0 : -1, rules.Last(path));
        Assert.Equal(alone ? [0] : [], rules.All(path));
        return alone;
    }
}
