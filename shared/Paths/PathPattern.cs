namespace ChangeSentinel.Paths;

/// <summary>One CODEOWNERS pattern, parsed.</summary>
public sealed class PathPattern
{
    private PathPattern(string text) => Text = text;

    public string Text { get; }

    public bool IsExact => !Text.AsSpan().ContainsAny('*', '?');

    public static PatternReading Parse(string text) => new PatternReading.Pattern(new(text));

    public bool Matches(string path) => Text == path;
}

/// <summary>What a line of a pattern file says: a pattern, or why it is none.</summary>
public abstract record PatternReading
{
    private PatternReading()
    {
    }

    public sealed record Pattern(PathPattern Value) : PatternReading;

    /// <param name="Column">From one, within the pattern's text.</param>
    public sealed record Error(string Message, int Column) : PatternReading;
}
