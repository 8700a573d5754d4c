namespace ChangeSentinel.Evidence;

/// <summary>The words of a text: its runs of letters and digits, one at a time.</summary>
internal ref struct Words(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Where the current word starts, from zero.</summary>
    public int Start { get; private set; }

    /// <summary>Behind the last letter of the current word.</summary>
    public int End { get; private set; }

    public readonly Words GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = End;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        (Start, End) = (start, end);
        Current = text[start..end];
        return end > start;
    }
}
