using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads a ladder of a policy's own: `tiers: [t0, t1, t2]`, lowest first.</summary>
internal static class ReadTiers
{
    private const int Most = 20;

    /// <summary>Null where there is none or no name of it can be used.</summary>
    public static TierLadder? From(YamlCursor? cursor)
    {
        if (cursor is null)
            return null;
        var names = new List<string>();
        var items = cursor.Items("a tier");
        foreach (var item in items.Take(Most))
            if (Name(item, names) is { } name)
                names.Add(name);
        if (cursor.IsList && items.Count == 0)
            cursor.Error("'tiers' names no tier; list them, lowest first, or remove it");
        if (items.Count > Most)
            cursor.Error($"'tiers' names {items.Count} tiers; the most is {Most}");
        return names.Count == 0 ? null : new(names);
    }

    private static string? Name(YamlCursor item, List<string> before)
    {
        if (item.Text() is not { } name)
            return null;
        if (!PlainName.Is(name))
            item.Error($"'{YamlQuote.Of(name)}' can't name a tier; {PlainName.Rule}");
        else if (before.Contains(name))
            item.Error($"tier '{name}' is named twice");
        else
            return name;
        return null;
    }
}
