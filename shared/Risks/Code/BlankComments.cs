using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Takes comments out of the lines of one side of a hunk, one after another.</summary>
internal sealed class BlankComments(CommentStyle style)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("/#*-<;\"'");

    private readonly bool hasMarks = style is not CommentStyle.None;
    private string? closing;
    private bool inText;

    /// <summary>The same line with spaces where a comment stood.</summary>
    public string Next(string line)
    {
        if (!hasMarks)
            return line;
        if (closing is null && !inText && !line.AsSpan().ContainsAny(Marks))
            return line;
        if (style.HasFlag(CommentStyle.DocString) && Triple(line) is { } blanked)
            return blanked;
        if (closing is null && IsContinuation(line))
            return "";

        return Scan(line);
    }

    private bool IsContinuation(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        if (style.HasFlag(CommentStyle.Semicolon) && trimmed.StartsWith(';'))
            return true;
        return style.HasFlag(CommentStyle.Block)
            && (trimmed is "*" || trimmed.StartsWith("* ") || trimmed.StartsWith("*/"))
            && !trimmed.Contains("/*", StringComparison.Ordinal);
    }

    private string Scan(string line)
    {
        var letters = line.ToCharArray();
        var unclosed = "";
        var at = 0;
        while (at < letters.Length)
        {
            if (closing is not null)
            {
                var end = line.IndexOf(closing, at, StringComparison.Ordinal);
                var stop = end < 0 ? letters.Length : end + closing.Length;
                letters.AsSpan(at, stop - at).Fill(' ');
                closing = end < 0 ? closing : null;
                at = stop;
                continue;
            }

            if (letters[at] is '"' or '\'' or '`'
                && !unclosed.Contains(letters[at], StringComparison.Ordinal))
            {
                var end = EndOfText(line, at);
                unclosed = end < 0 ? unclosed + letters[at] : unclosed;
                at = end < 0 ? at + 1 : end;
                continue;
            }

            if (BeginsLine(line, at))
            {
                letters.AsSpan(at).Fill(' ');
                break;
            }

            closing = BeginsBlock(line, at);
            at++;
            if (closing is not null)
            {
                letters.AsSpan(at - 1, Math.Min(2, letters.Length - at + 1)).Fill(' ');
                at = Math.Min(at + 1, letters.Length);
            }
        }

        return new string(letters);
    }

    private bool BeginsLine(string line, int at) => line[at] switch
    {
        '/' => style.HasFlag(CommentStyle.Slashes) && Next(line, at) == '/'
            && (at == 0 || line[at - 1] != ':'),
        '#' => style.HasFlag(CommentStyle.Hash) && Next(line, at) != '['
            && (at == 0 || char.IsWhiteSpace(line[at - 1]) || line[at - 1] is ';' or ')' or '}'),
        '-' => style.HasFlag(CommentStyle.Dashes) && Next(line, at) == '-',
        _ => false,
    };

    private string? BeginsBlock(string line, int at) => line[at] switch
    {
        '/' when style.HasFlag(CommentStyle.Block) && Next(line, at) == '*' => "*/",
        '<' when style.HasFlag(CommentStyle.Markup) && line.AsSpan(at).StartsWith("<!--") => "-->",
        _ => null,
    };

    private static char Next(string line, int at) => at + 1 < line.Length ? line[at + 1] : '\0';

    /// <summary>Behind the closing quote; -1 where the line has none.</summary>
    private static int EndOfText(string line, int at)
    {
        var quote = line[at];
        if (quote == '\'' && at > 0 && CodeText.IsName(line[at - 1]))
            return at + 1;
        for (var end = at + 1; end < line.Length; end++)
        {
            if (line[end] == '\\')
                end++;
            else if (line[end] == quote)
                return end + 1;
        }

        return -1;
    }

    /// <summary>The line where Python's three quotes decide about it; null where they don't.</summary>
    private string? Triple(string line)
    {
        if (closing is "\"\"\"" or "'''")
            return null;
        if (inText)
        {
            inText = !HasOddTriples(line);
            return line;
        }

        var trimmed = line.AsSpan().TrimStart().TrimStart("rRuUfFbB");
        if (trimmed.StartsWith("\"\"\"") || trimmed.StartsWith("'''"))
        {
            var mark = trimmed[..3].ToString();
            closing = trimmed[3..].Contains(mark, StringComparison.Ordinal) ? null : mark;
            return "";
        }

        inText = HasOddTriples(line);
        return inText ? line : null;
    }

    private static bool HasOddTriples(string line) =>
        (line.AsSpan().Count("\"\"\"") + line.AsSpan().Count("'''")) % 2 == 1;
}
