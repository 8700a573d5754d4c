namespace ChangeSentinel.Risks;

/// <summary>The words that begin a statement which can do harm.</summary>
internal static class SqlVerbs
{
    private static readonly string[] All =
    [
        "ALTER", "CREATE", "DELETE", "DROP", "TRUNCATE", "UPDATE", "WITH", "LOCK", "REINDEX", "VACUUM", "CLUSTER",
        "REFRESH",
    ];

    /// <summary>Whether one of them stands here, with a space or the line's end behind it.</summary>
    public static bool BeginsAt(string code, int at)
    {
        if ("aAcCdDtTuUwWlLrRvV".IndexOf(code[at], StringComparison.Ordinal) < 0)
            return false;
        var rest = code.AsSpan(at);
        foreach (var verb in All)
        {
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == verb.Length || char.IsWhiteSpace(rest[verb.Length])))
                return true;
        }

        return false;
    }
}
