namespace ChangeSentinel.Risks;

/// <summary>Tells the texts in a line of code from the code.</summary>
internal static class ProgramText
{
    /// <summary>The line with spaces where texts in quotes stand.</summary>
    public static string WithoutTexts(string code) => Blank(code, _ => true);

    /// <summary>The line without texts that hold words and spaces: messages, not keys or values.</summary>
    public static string WithoutProse(string code) => Blank(code, text => text.Count(' ') > 1);

    /// <summary>Whether a text on the line is several words long.</summary>
    public static bool IsProse(string code) => WithoutProse(code).Length == code.Length
        && !string.Equals(WithoutProse(code), code, StringComparison.Ordinal);

    private static string Blank(string code, Func<ReadOnlySpan<char>, bool> blanks)
    {
        if (code.AsSpan().IndexOfAny('"', '\'', '`') < 0)
            return code;
        var letters = code.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (letters[at] is not ('"' or '\'' or '`'))
                continue;
            var end = code.IndexOf(letters[at], at + 1);
            if (end < 0)
                break;
            if (blanks(code.AsSpan(at, end - at)))
                letters.AsSpan(at + 1, end - at - 1).Fill(' ');
            at = end;
        }

        return new(letters);
    }
}
