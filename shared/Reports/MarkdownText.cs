using System.Text;

namespace ChangeSentinel.Reports;

/// <summary>
/// Text from outside as inert GitHub-flavoured Markdown on one line of a table: it links nothing, calls nobody,
/// begins no list and opens no tag.
/// </summary>
public static class MarkdownText
{
    private const string Marks = "\\`*_{}[]()<>|~#!$&:";

    /// <summary>
    /// Words: every mark escaped; mentions and references to issues, which no escape stops, broken by an empty
    /// comment.
    /// </summary>
    public static string Words(string text)
    {
        var visible = VisibleText.Of(text);
        var escaped = new StringBuilder(visible.Length + 16);
        var listMark = ListMark(visible);
        for (var i = 0; i < visible.Length; i++)
        {
            var character = visible[i];
            var ofAddress = character == '.' && i > 0 && visible[i - 1] is 'w' or 'W';
            if (i == listMark || ofAddress || Marks.Contains(character))
                escaped.Append('\\');
            escaped.Append(character);
            if (character == '@' || BeginsReference(visible, i))
                escaped.Append("<!-- -->");
        }

        return escaped.ToString();
    }

    /// <summary>A code span, fenced with more backticks than the text has in a row.</summary>
    public static string Code(string text)
    {
        var visible = VisibleText.Of(text);
        if (visible.Trim().Length == 0)
            return "";

        var fence = new string('`', LongestRun(visible) + 1);
        var space = visible[0] == '`' || visible[^1] == '`' || visible[0] == ' ' ? " " : "";
        return fence + space + InCell(visible) + space + fence;
    }

    /// <summary>Our own sentences, in which commands stand between backticks; the rest is escaped.</summary>
    public static string Sentence(string text)
    {
        var parts = text.Split('`');
        if (parts.Length % 2 == 0)
            return Words(text);

        return string.Concat(parts.Select((part, index) => index % 2 == 0 ? Words(part) : Code(part)));
    }

    /// <summary>
    /// A table ends its cell at a bar, in code too; behind a backslash the bar can't be escaped, so it is named.
    /// </summary>
    private static string InCell(string text) => text
        .Replace("\\|", "\\<U+007C>", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Where text at the start of a line would begin a list; −1 where it would not.</summary>
    private static int ListMark(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(' ');
        if (first < 0)
            return -1;
        if (text[first] is '-' or '+' or '=')
            return first;

        var behind = text.AsSpan(first).IndexOfAnyExceptInRange('0', '9') + first;
        return behind > first && text[behind] == '.' ? behind : -1;
    }

    /// <summary>`#12` and `GH-12`: GitHub looks for them after the escapes are gone.</summary>
    private static bool BeginsReference(string text, int i) =>
        i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])
        && (text[i] == '#'
            || (text[i] == '-' && i > 1 && text.AsSpan(i - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase)));

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
