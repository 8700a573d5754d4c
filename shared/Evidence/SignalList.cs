namespace ChangeSentinel.Evidence;

/// <summary>
/// The signals found in one place, each once, in the order of finding; a hostile text can't grow it.
/// </summary>
internal sealed class SignalList
{
    private const int Most = 100;
    private const int LongestQuote = 200;

    private List<Signal>? signals;

    public IReadOnlyList<Signal> Found => signals ?? (IReadOnlyList<Signal>)[];

    public bool IsFull => signals?.Count >= Most;

    /// <summary>The same signals with the place where all of them stand.</summary>
    public IReadOnlyList<Signal> At(string where) =>
        signals is null ? [] : [.. signals.Select(signal => signal with { Where = where })];

    public void Add(string tool, SignalKind kind, SignalStrength strength, ReadOnlySpan<char> quote)
    {
        if (!IsFull)
            Add(new Signal(tool, kind, strength, Bounded(quote)));
    }

    public void Add(Signal signal)
    {
        signal = signal with { Quote = Bounded(signal.Quote) };
        if (!IsFull && signals?.Contains(signal) is not true)
            (signals ??= []).Add(signal);
    }

    /// <summary>The exact text, cut after 200 characters and never within one.</summary>
    private static string Bounded(ReadOnlySpan<char> quote)
    {
        quote = quote.Trim();
        if (quote.Length <= LongestQuote)
            return quote.ToString();
        var length = char.IsHighSurrogate(quote[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return quote[..length].ToString();
    }
}
