using System.Globalization;

namespace ChangeSentinel.GitHub;

/// <summary>Where a list goes on, from a `Link` header (RFC 8288).</summary>
/// <param name="Next">The next page; null on the last one.</param>
/// <param name="Last">The last page; null where the list is walked by a cursor.</param>
internal sealed record PageLinks(string? Next, string? Last)
{
    public static PageLinks None { get; } = new(null, null);

    /// <summary>The last page's number, from one; zero where it has none.</summary>
    public int LastNumber => Last is null ? 0 : NumberIn(Last);

    /// <summary>What can't be read links to nothing.</summary>
    public static PageLinks Read(string? header)
    {
        var links = None;
        var rest = header.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
                break;
            var address = rest[..close];
            rest = rest[(close + 1)..];
            var end = rest.IndexOf('<');
            var parameters = end < 0 ? rest : rest[..end];
            if (parameters.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase))
                links = links with { Next = address.ToString() };
            else if (parameters.Contains("rel=\"last\"", StringComparison.OrdinalIgnoreCase))
                links = links with { Last = address.ToString() };
        }

        return links;
    }

    private static int NumberIn(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return 0;
        foreach (var range in address.AsSpan(query + 1).Split('&'))
        {
            var pair = address.AsSpan(query + 1)[range];
            if (pair.StartsWith("page=", StringComparison.Ordinal)
                && int.TryParse(pair[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
        }

        return 0;
    }
}
