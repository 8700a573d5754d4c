using System.Globalization;
using System.Text;

namespace ChangeSentinel.Reports;

/// <summary>
/// Text from outside as people may safely see it: what has no shape of its own (control characters, bidi overrides,
/// zero-width characters, half surrogates) is written as `&lt;U+202E&gt;`, and so is the first mark of what a workflow
/// runner would take for a command of its own (`::name::` at the start of a line, `##[name]`).
/// </summary>
/// <seealso href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions"/>
public static class VisibleText
{
    public static string Of(string text)
    {
        if (IsVisible(text))
            return text;

        var visible = new StringBuilder(text.Length + 16);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) is not System.Buffers.OperationStatus.Done)
                Number(visible, rest[0]);
            else if (IsHidden(rune) || rest.StartsWith("##[") || (rest.StartsWith("::") && AtWord(visible)))
                Number(visible, rune.Value);
            else
                visible.Append(rest[..length]);
            rest = rest[length..];
        }

        return visible.ToString();
    }

    private static void Number(StringBuilder visible, int scalar) => visible.Append($"<U+{scalar:X4}>");

    private static bool AtWord(StringBuilder visible) => visible.Length == 0 || visible[^1] == ' ';

    private static bool IsVisible(string text)
    {
        if (text.Contains("::", StringComparison.Ordinal) || text.Contains("##[", StringComparison.Ordinal))
            return false;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return true;

        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar || IsHidden(rune))
                return false;
        return true;
    }

    /// <summary>Source: Unicode general categories; the letters listed are fillers that draw nothing.</summary>
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate => true,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        _ => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0,
    };
}
