namespace ChangeSentinel.Evidence;

/// <summary>What the value of a disclosure says.</summary>
internal enum ValueKind
{
    /// <summary>Nothing about AI: a person, a script, a placeholder nobody filled in.</summary>
    NotAi,

    /// <summary>An explicit no.</summary>
    Negative,

    Ai,
}

/// <summary>The value of a disclosure, read.</summary>
/// <param name="Tool">Empty unless the kind is AI.</param>
internal readonly record struct ValueReading(ValueKind Kind, string Tool, SignalStrength Strength);

/// <summary>
/// Reads what stands behind `Assisted-by:` and its like: an agent, a person, a no, or an unfilled form.
/// </summary>
internal static class ReadValue
{
    private const int LongestName = 60;

    private static readonly WordSet Denials = new("no none not false never nope without nothing off");
    private static readonly ValueReading NotAi = new(ValueKind.NotAi, "", SignalStrength.Weak);

    /// <summary>A value that counts only where it names an agent.</summary>
    public static ValueReading Naming(ReadOnlySpan<char> value)
    {
        value = value.Trim().Trim("*_");
        if (value.IsEmpty || IsPlaceholder(value))
            return NotAi;
        if (SplitAddress(value, out var name, out var email))
            return Identify.Named(name, email) is { } identity
                ? new(ValueKind.Ai, identity.Tool, (SignalStrength)Math.Min((int)identity.Strength, 1))
                : NotAi;
        if (IsNegative(value))
            return new(ValueKind.Negative, "", SignalStrength.Strong);
        return Vocabulary.FindAgent(WithoutLink(value), whole: false, out _) is { } tool
            ? new(ValueKind.Ai, tool, SignalStrength.Strong)
            : NotAi;
    }

    /// <summary>
    /// A value behind a key that itself says AI: anything counts but a no and an unfilled form.
    /// </summary>
    public static ValueReading Affirming(ReadOnlySpan<char> value)
    {
        value = value.Trim().Trim("*_");
        if (value.IsEmpty || IsPlaceholder(value))
            return NotAi;
        var naming = Naming(value);
        return naming.Kind is ValueKind.NotAi ? new(ValueKind.Ai, "AI", SignalStrength.Strong) : naming;
    }

    /// <summary>A value that is an agent's name and nothing else, or a plain yes.</summary>
    public static ValueReading NamingOnly(ReadOnlySpan<char> value)
    {
        value = value.Trim().Trim("*_");
        if (value.IsEmpty || IsPlaceholder(value) || value.Length > LongestName)
            return NotAi;
        if (IsNegative(value))
            return new(ValueKind.Negative, "", SignalStrength.Strong);
        if (Is(value, "yes") || Is(value, "true"))
            return new(ValueKind.Ai, "AI", SignalStrength.Strong);
        return Vocabulary.FindAgent(WithoutLink(value), whole: true, out _) is { } tool
            ? new(ValueKind.Ai, tool, SignalStrength.Strong)
            : NotAi;
    }

    /// <summary>An explicit no: `none`, `N/A`, `No AI was used`.</summary>
    public static bool IsNegative(ReadOnlySpan<char> value)
    {
        if (value is "-" or "—" or "0" or "0%" or "n/a" or "N/A" or "n.a.")
            return true;
        foreach (var word in new Words(value))
            return Denials.Contains(word)
                || (Is(word, "n") && Is(value, "n/a")) || (value.Length < 12 && Is(word, "human"))
                || (value.Length <= 4 && (Is(word, "na") || Is(word, "nil")));
        return false;
    }

    /// <summary>`AGENT_NAME:MODEL_VERSION`, `&lt;tool&gt;`, `[TOOL]`: a form that nobody filled in.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> value)
    {
        if (value is "..." or "…" || Is(value, "TOOL") || value.StartsWith("TOOL ") || Is(value, "yes/no")
            || Is(value, "yes | no") || Is(value, "AGENT:MODEL"))
            return true;
        var first = value[0];
        if (first is '{' || value.StartsWith("[TOOL")
            || (first is '<' && value[^1] is '>' && !value.Contains('@')))
            return true;
        var word = value.IndexOfAny(' ', '\n') is >= 0 and var end ? value[..end] : value;
        var at = word.IndexOf('_');
        return at > 0 && at < word.Length - 1
            && char.IsAsciiLetterUpper(word[at - 1]) && char.IsAsciiLetterUpper(word[at + 1]);
    }

    /// <summary>Splits `Name &lt;address&gt;`, or a bare address.</summary>
    public static bool SplitAddress(
        ReadOnlySpan<char> value, out ReadOnlySpan<char> name, out ReadOnlySpan<char> email)
    {
        name = value;
        email = default;
        var open = value.LastIndexOf('<');
        var address = open < 0 ? value : value[(open + 1)..];
        var close = address.IndexOf('>');
        address = (close < 0 ? address : address[..close]).Trim();
        if (address.StartsWith("mailto:"))
            address = address[7..];
        var at = address.IndexOf('@');
        if (at <= 0 || (open < 0 && !address[at..].Contains('.')) || address.ContainsAny(" \t"))
            return false;
        name = open < 0 ? default : value[..open].Trim().Trim('"');
        email = address;
        return true;
    }

    /// <summary>The text of a Markdown link, or all before a bare one.</summary>
    private static ReadOnlySpan<char> WithoutLink(ReadOnlySpan<char> value)
    {
        var link = value.IndexOf("](");
        var bare = value.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        link = link < 0 || (bare >= 0 && bare < link) ? bare : link;
        return link <= 0 ? value : value[..link];
    }

    private static bool Is(ReadOnlySpan<char> text, string other) =>
        text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
