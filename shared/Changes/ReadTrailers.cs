namespace ChangeSentinel.Changes;

/// <summary>
/// Finds trailers anywhere in a message: squash merges put them in its middle, where git's own reader passes
/// them by.
/// </summary>
public static class ReadTrailers
{
    private const int LongestKey = 60;

    public static IReadOnlyList<Trailer> In(string message)
    {
        List<Trailer>? trailers = null;
        var lines = new MessageLines(message);
        while (lines.MoveNext())
        {
            if (!TryParse(lines.Current, out var key, out var value) || key.Contains(' ') || value.IsEmpty)
                continue;
            if (lines.Number > 1 || key.Contains('-'))
                (trailers ??= []).Add(new(key.ToString(), value.ToString(), lines.Number));
        }

        return trailers ?? (IReadOnlyList<Trailer>)[];
    }

    /// <summary>
    /// Splits a `Key: value` line; bullets, emphasis and emoji before the key are passed over.
    /// </summary>
    /// <param name="key">Letters, digits, hyphens and single words between them, without the colon.</param>
    /// <param name="value">Trimmed; may be empty.</param>
    internal static bool TryParse(
        ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        key = value = default;
        var start = 0;
        while (start < line.Length && IsOrnament(line[start]))
            start++;
        var rest = line[start..];
        var colon = rest[..Math.Min(rest.Length, LongestKey + 1)].IndexOf(':');
        if (colon <= 0)
            return false;

        key = rest[..colon].TrimEnd().TrimEnd('*').TrimEnd('_');
        value = rest[(colon + 1)..].Trim().TrimStart('*').TrimStart();
        foreach (var letter in key)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or ' ' or '_'))
                return false;
        return !key.IsEmpty && !value.StartsWith("//");
    }

    private static bool IsOrnament(char letter) =>
        letter > 127 || letter is ' ' or '\t' or '*' or '-' or '+' or '#' or '_';
}
