using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>The words that begin a statement which can do harm.</summary>
internal static class SqlVerbs
{
    private static readonly string[] All =
    [
        "ALTER", "CREATE", "DELETE", "DROP", "TRUNCATE", "UPDATE", "WITH", "LOCK", "REINDEX", "VACUUM",
        "CLUSTER", "REFRESH",
    ];

    private static readonly SearchValues<string> Any =
        SearchValues.Create(All, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the letters of one of them stand next; -1 where they don't.</summary>
    public static int Next(string code, int from)
    {
        var at = code.AsSpan(from).IndexOfAny(Any);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>
    /// Whether one of them stands here, with a space or the line's end behind it; `Drop` is prose.
    /// </summary>
    public static bool BeginsAt(string code, int at)
    {
        if ("aAcCdDtTuUwWlLrRvV".IndexOf(code[at], StringComparison.Ordinal) < 0)
            return false;
        var rest = code.AsSpan(at);
        foreach (var verb in All)
        {
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == verb.Length || char.IsWhiteSpace(rest[verb.Length])))
                return char.IsUpper(rest[0]) == char.IsUpper(rest[1]);
        }

        return false;
    }
}
