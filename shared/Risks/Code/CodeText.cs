namespace ChangeSentinel.Risks;

/// <summary>
/// How we look at one line of code: parts, words and what stands behind them, letters of either case.
/// </summary>
internal static class CodeText
{
    public static bool Has(this string text, string part) =>
        text.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static bool HasAny(this string text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (text.Has(part))
                return true;
        }

        return false;
    }

    public static bool Begins(this string text, string part) =>
        text.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithIgnoringCase(this string text, string part) =>
        text.EndsWith(part, StringComparison.OrdinalIgnoreCase);

    public static bool Is(this string text, string other) =>
        text.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the word stands in the text with no letter, digit or underscore around it.</summary>
    public static bool HasWord(this string text, string word) => text.IndexOfWord(word) >= 0;

    public static int IndexOfWord(this string text, string word, int from = 0)
    {
        while (from <= text.Length - word.Length)
        {
            var at = text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return -1;
            var end = at + word.Length;
            if ((at == 0 || !IsName(text[at - 1])) && (end == text.Length || !IsName(text[end])))
                return at;
            from = at + 1;
        }

        return -1;
    }

    public static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    /// <summary>How many white characters stand before the first other one.</summary>
    public static int Indent(this string text)
    {
        var at = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>
    /// The first name behind this position: in quotes, or a symbol, or bare; empty where there is none.
    /// </summary>
    public static string NameFrom(this string text, int from)
    {
        var at = Math.Min(from, text.Length);
        while (at < text.Length && !IsName(text[at]))
            at++;
        var end = at;
        while (end < text.Length && (IsName(text[end]) || text[end] is '.' or '-' or '$'))
            end++;
        return text[at..end].TrimEnd('.', '-');
    }

    /// <summary>The text for a message: on one line, at most this long.</summary>
    public static string Cut(this string text, int most)
    {
        var trimmed = text.Trim();
        if (trimmed.Length <= most)
            return trimmed;
        var end = char.IsHighSurrogate(trimmed[most - 2]) ? most - 2 : most - 1;
        return trimmed[..end] + "…";
    }
}
