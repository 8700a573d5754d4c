using ChangeSentinel.Evidence;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `ai`: what an unmarked change counts as, and a team's own marks.</summary>
internal static class ReadAi
{
    public static readonly string[] Keys = ["undeclared", "markers"];

    private static readonly string[] Words = ["human", "ask", "assisted"];

    /// <summary>
    /// By tier rank. A tier that is not named counts as the next lower one that is, or as human.
    /// </summary>
    public static IReadOnlyList<Undeclared> Undeclared(YamlCursor? cursor, PolicyScope scope)
    {
        var named = new Dictionary<int, Undeclared>();
        if (cursor is { IsMapping: false })
            named[0] = Word(cursor);
        foreach (var (key, value) in cursor is { IsMapping: true } ? cursor.Entries() : [])
            if (scope.Tier(key.Text, key.Place) is { } tier)
                named[tier.Rank] = Word(value);

        var current = Policies.Undeclared.Human;
        var ranks = new List<Undeclared>();
        for (var rank = 0; rank < scope.Tiers.Names.Count; rank++)
        {
            current = named.GetValueOrDefault(rank, current);
            ranks.Add(current);
        }

        return ranks;
    }

    public static IReadOnlyList<Marker> Markers(YamlCursor? cursor, DiagnosticBag findings) =>
    [
        .. (cursor?.Items("a marker") ?? []).Select(item => Marker(item, findings)).OfType<Marker>(),
    ];

    private static Undeclared Word(YamlCursor cursor) => cursor.Word(Words) switch
    {
        "ask" => Policies.Undeclared.Ask,
        "assisted" => Policies.Undeclared.Assisted,
        _ => Policies.Undeclared.Human,
    };

    private static Marker? Marker(YamlCursor item, DiagnosticBag findings)
    {
        if (item.Keys(["trailer", "author", "tool"]) is not { } keys)
            return null;
        var tool = keys.At("tool")?.Text();
        if (keys.Has("trailer") == keys.Has("author"))
        {
            item.Error("a marker is either a 'trailer' or an 'author'");
            return null;
        }

        if (keys.At("trailer") is { } trailer)
            return Trailer(trailer) is { } key ? new Marker.TrailerKey(key) { Tool = tool } : null;
        if (keys.At("author")?.Text() is not { } pattern)
            return null;
        if (pattern.All(c => c == '*'))
            findings.Warning(
                item.Place, "the marker matches every author, so every change counts as AI-assisted");
        return new Marker.Account(pattern) { Tool = tool };
    }

    private static string? Trailer(YamlCursor cursor)
    {
        if (cursor.Text() is not { } key)
            return null;
        if (key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return key;
        cursor.Error($"'{YamlQuote.Of(key)}' is no trailer key; use letters, digits and '-', no colon");
        return null;
    }
}
