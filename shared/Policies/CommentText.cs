using System.Globalization;
using System.Text;

namespace ChangeSentinel.Policies;

/// <summary>Text from elsewhere as it may stand in a comment: one line, visible, not too long.</summary>
internal static class CommentText
{
    private const int Longest = 200;

    public static string Of(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(Longest))
            safe.Append(IsVisible(rune) ? rune.ToString() : "?");
        return text.Length > Longest ? safe.Append('…').ToString() : safe.ToString();
    }

    /// <summary>Shown by every editor as one character of its own, or a plain space.</summary>
    public static bool IsVisible(Rune rune) => rune.Value == ' ' || (rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator));
}
