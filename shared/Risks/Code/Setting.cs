namespace ChangeSentinel.Risks;

/// <summary>A key with its value, as YAML, JSON, HCL, properties and assignments write them.</summary>
/// <param name="Value">Without quotes, commas and semicolons around it; empty where a block follows.</param>
internal readonly record struct Setting(string Key, string Value)
{
    /// <summary>The setting a line holds; null where it holds none.</summary>
    public static Setting? In(string code)
    {
        var text = code.AsSpan().Trim();
        while (text.StartsWith("- "))
            text = text[2..].TrimStart();
        if (text.StartsWith("export "))
            text = text[7..].TrimStart();
        var quoted = text.Length > 0 && text[0] is '"' or '\'' ? text[0] : '\0';
        var key = quoted == '\0' ? Bare(text) : Quoted(text, quoted);
        if (key.Length == 0)
            return null;

        var rest = text[(quoted == '\0' ? key.Length : key.Length + 2)..].TrimStart();
        if (rest.StartsWith("=>"))
            rest = rest[2..];
        else if (rest.StartsWith(":=") || rest.StartsWith("?="))
            rest = rest[2..];
        else if ((rest.StartsWith(':') && !rest.StartsWith("::"))
            || (rest.StartsWith('=') && !rest.StartsWith("==")))
            rest = rest[1..];
        else
            return null;
        return new(key.ToString(), Clean(rest));
    }

    public bool IsTrue => Value.Is("true") || Value.Is("yes") || Value.Is("on") || Value.Is("enabled");

    public bool IsFalse => Value.Is("false") || Value.Is("no") || Value.Is("off") || Value.Is("disabled");

    /// <summary>The key without case, underscores and hyphens: `blockpublicacls`.</summary>
    public string Plain => Key.Replace("_", "", StringComparison.Ordinal)
        .Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Clean(ReadOnlySpan<char> value)
    {
        value = value.Trim().TrimEnd(",; ").Trim();
        if (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0])
            value = value[1..^1];
        return value.ToString();
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length
            && (CodeText.IsName(text[end]) || text[end] is '-' or '.' or '/' or '$' or '{' or '}'))
            end++;
        return text[..end];
    }

    private static ReadOnlySpan<char> Quoted(ReadOnlySpan<char> text, char quote)
    {
        var end = text[1..].IndexOf(quote);
        return end < 0 ? [] : text.Slice(1, end);
    }
}
