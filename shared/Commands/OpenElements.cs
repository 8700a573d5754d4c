namespace ChangeSentinel.Commands;

/// <summary>
/// The HTML elements that stand open in a comment: what lies within shows as a quote, code, a link, or not at all,
/// though Markdown sees a plain paragraph. Kept while the comment is read from its beginning.
/// </summary>
internal sealed class OpenElements
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";
    private const int LongestName = 10;

    /// <summary>What makes its content other than the writer's own plain words.</summary>
    private static readonly HashSet<string> Names = new(
        [
            "a", "blockquote", "code", "del", "details", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "ol", "pre", "q",
            "s", "samp", "strike", "table", "tt", "ul",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
    private bool inComment;

    public bool Any => inComment || open.Count > 0;

    /// <summary>Reads HTML as written, tags and what lies between them.</summary>
    public void Read(ReadOnlySpan<char> html)
    {
        while (!html.IsEmpty)
        {
            var mark = inComment ? CommentEnd : "<";
            var at = html.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
                return;
            html = html[at..];
            if (inComment || html.StartsWith(CommentStart, StringComparison.Ordinal))
            {
                html = html[(inComment ? CommentEnd : CommentStart).Length..];
                inComment = !inComment;
                continue;
            }

            html = html[1..];
            Tag(html);
        }
    }

    private void Tag(ReadOnlySpan<char> tag)
    {
        var closes = tag.StartsWith('/');
        if (closes)
            tag = tag[1..];
        var length = 0;
        while (length < tag.Length && length <= LongestName && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        var name = tag[..length].ToString();
        if (!Names.Contains(name))
            return;
        var depth = open.GetValueOrDefault(name) + (closes ? -1 : 1);
        if (depth > 0)
            open[name] = depth;
        else
            open.Remove(name);
    }
}
