namespace ChangeSentinel.Paths;

/// <summary>What reading one pattern gives: the pattern, or the mistake in it.</summary>
public abstract record PatternReading
{
    private PatternReading()
    {
    }

    public sealed record Pattern(PathPattern Value) : PatternReading;

    /// <remarks>The column starts at one and counts UTF-16 units of the pattern's own text.</remarks>
    public sealed record Error(string Message, int Column) : PatternReading;
}
