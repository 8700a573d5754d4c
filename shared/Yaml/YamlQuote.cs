using System.Globalization;
using System.Text;

namespace ChangeSentinel.Yaml;

/// <summary>Words of a file as a message shows them: short, on one line, nothing invisible.</summary>
public static class YamlQuote
{
    private const int MaxLength = 60;

    /// <summary>At most 60 characters and an ellipsis; what can't be seen is shown as `\u202E`.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MaxLength)
                return shown.Append('…').ToString();
            if (IsVisible(rune))
                shown.Append(rune.ToString());
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
