using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `labels`: two formats, or off.</summary>
internal static class ReadLabels
{
    /// <summary>GitHub takes no longer name; a verdict or tier must still fit in.</summary>
    private const int Longest = 50;

    /// <summary>Null where they are off.</summary>
    public static LabelFormats? From(YamlCursor cursor)
    {
        if (cursor.Node is YamlNode.Scalar { Text: "off" } || IsFalse(cursor))
            return null;
        if (!cursor.IsMapping)
        {
            cursor.Error("'labels' must be off, or { ai: \"ai: {verdict}\", risk: \"risk: {tier}\" }");
            return null;
        }

        var keys = cursor.Keys(["ai", "risk"]);
        return new(
            Format(keys?.At("ai"), "{verdict}") ?? LabelFormats.Default.Ai,
            Format(keys?.At("risk"), "{tier}") ?? LabelFormats.Default.Risk);
    }

    private static bool IsFalse(YamlCursor cursor) =>
        cursor.Node is YamlNode.Scalar { Kind: YamlScalarKind.Flag } && cursor.Flag() == false;

    private static string? Format(YamlCursor? cursor, string placeholder)
    {
        if (cursor?.Text() is not { } format)
            return null;
        if (!format.Contains(placeholder, StringComparison.Ordinal))
            cursor.Error($"{cursor.Name} must contain {placeholder}, which is filled in");
        else if (format.Replace(placeholder, "", StringComparison.Ordinal).AsSpan().ContainsAny('{', '}'))
            cursor.Error($"{cursor.Name} fills in {placeholder} alone; remove the other braces");
        else if (format.Length > Longest)
            cursor.Error($"{cursor.Name} is longer than {Longest} characters, the most a label may have");
        return format;
    }
}
