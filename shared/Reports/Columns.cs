using System.Globalization;
using System.Text;

namespace ChangeSentinel.Reports;

/// <summary>How many terminal columns text takes, and text cut or filled to a number of them.</summary>
public static class Columns
{
    private const string Ellipsis = "…";

    public static int Width(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text.Length;

        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Width(rune);
        return columns;
    }

    /// <summary>The text with spaces behind it up to this width; never shorter than it was.</summary>
    public static string Fill(string text, int columns) =>
        text + new string(' ', Math.Max(0, columns - Width(text)));

    /// <summary>The start of the text and an ellipsis where it is wider.</summary>
    public static string CutEnd(string text, int columns) =>
        Width(text) <= columns ? text : Start(text, columns - 1) + Ellipsis;

    /// <summary>The start and the end of the text around an ellipsis: of a path, where it is and what it is.</summary>
    public static string CutMiddle(string text, int columns)
    {
        if (Width(text) <= columns)
            return text;

        var end = (columns - 1) * 2 / 3;
        return Start(text, columns - 1 - end) + Ellipsis + End(text, end);
    }

    private static string Start(string text, int columns)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns -= Width(rune);
            if (columns < 0)
                break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static string End(string text, int columns)
    {
        var start = text.Length;
        while (start > 0)
        {
            _ = Rune.DecodeLastFromUtf16(text.AsSpan(0, start), out var rune, out var length);
            columns -= Width(rune);
            if (columns < 0)
                break;
            start -= length;
        }

        return text[start..];
    }

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>The blocks that terminals draw two columns wide; source: Unicode EastAsianWidth, W and F.</summary>
    private static bool IsWide(int scalar) => scalar switch
    {
        < 0x1100 => false,
        <= 0x115F => true,
        >= 0x231A and <= 0x231B => true,
        >= 0x23E9 and <= 0x23EC => true,
        0x2705 or 0x274C or 0x2728 or 0x2B50 => true,
        >= 0x2E80 and <= 0x303E => true,
        >= 0x3041 and <= 0x33FF => true,
        >= 0x3400 and <= 0x4DBF => true,
        >= 0x4E00 and <= 0x9FFF => true,
        >= 0xA000 and <= 0xA4CF => true,
        >= 0xA960 and <= 0xA97C => true,
        >= 0xAC00 and <= 0xD7A3 => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0xFE30 and <= 0xFE6F => true,
        >= 0xFF00 and <= 0xFF60 => true,
        >= 0xFFE0 and <= 0xFFE6 => true,
        >= 0x1F300 and <= 0x1F64F => true,
        >= 0x1F680 and <= 0x1F6FF => true,
        >= 0x1F900 and <= 0x1FAFF => true,
        >= 0x20000 and <= 0x3FFFD => true,
        _ => false,
    };
}
