using System.Text;

namespace ChangeSentinel.Reports;

/// <summary>
/// Text from outside as inert GitHub-flavoured Markdown on one line of a table: it links nothing, calls nobody
/// and opens no tag.
/// </summary>
public static class MarkdownText
{
    private const string Marks = "\\`*_{}[]()<>|~#!$&:";

    /// <summary>Words: every mark escaped, a mention broken by an empty comment.</summary>
    public static string Words(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var before = ' ';
        foreach (var character in VisibleText.Of(text))
        {
            if (Marks.Contains(character) || (character == '.' && before is 'w' or 'W'))
                escaped.Append('\\');
            escaped.Append(character);
            if (character == '@')
                escaped.Append("<!-- -->");
            before = character;
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
        return fence + space + visible.Replace("|", "\\|", StringComparison.Ordinal) + space + fence;
    }

    /// <summary>Our own sentences, in which commands stand between backticks; the rest is escaped.</summary>
    public static string Sentence(string text)
    {
        var parts = text.Split('`');
        if (parts.Length % 2 == 0)
            return Words(text);

        return string.Concat(parts.Select((part, index) => index % 2 == 0 ? Words(part) : Code(part)));
    }

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
