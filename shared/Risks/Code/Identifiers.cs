namespace ChangeSentinel.Risks;

/// <summary>A name in a line of code.</summary>
/// <param name="Start">Its first character, from zero.</param>
internal readonly record struct Identifier(string Text, int Start)
{
    public int End => Start + Text.Length;
}

/// <summary>Finds names in code and the words they are made of.</summary>
internal static class Identifiers
{
    /// <summary>Each run of letters, digits and underscores that does not begin with a digit.</summary>
    public static IEnumerable<Identifier> In(string code)
    {
        var at = 0;
        while (at < code.Length)
        {
            if (!CodeText.IsName(code[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < code.Length && CodeText.IsName(code[end]))
                end++;
            if (!char.IsDigit(code[at]))
                yield return new(code[at..end], at);
            at = end;
        }
    }

    /// <summary>`MAX_SYNC_RETRIES` and `maxSyncRetries` are both max, sync, retries.</summary>
    public static IReadOnlyList<string> Words(ReadOnlySpan<char> name)
    {
        List<string> words = [];
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            if (at < name.Length && !Breaks(name, at))
                continue;
            if (at > start)
                words.Add(name[start..at].ToString().ToLowerInvariant());
            start = at < name.Length && !char.IsLetterOrDigit(name[at]) ? at + 1 : at;
        }

        return words;
    }

    private static bool Breaks(ReadOnlySpan<char> name, int at)
    {
        if (!char.IsLetterOrDigit(name[at]))
            return true;
        if (at == 0 || !char.IsUpper(name[at]))
            return false;
        return char.IsLower(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])
            && char.IsUpper(name[at - 1]));
    }
}
