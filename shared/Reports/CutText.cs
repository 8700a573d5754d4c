namespace ChangeSentinel.Reports;

/// <summary>Cuts text to a number of characters as .NET counts them, never within one that takes two.</summary>
internal static class CutText
{
    public static string At(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var length = most - 1;
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length] + "…";
    }
}
