using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChangeSentinel.Commands;

/// <summary>A line that stands for itself and begins with a slash, or what can't be read for such lines.</summary>
/// <param name="Line">Trimmed; null where no single line can be named.</param>
/// <param name="WhyNot">Why it is not read, whole sentences; null where it is.</param>
internal sealed record FoundLine(string? Line, string? WhyNot);

/// <summary>
/// Finds the lines of a comment that may be commands, on its syntax tree: whole lines of top-level paragraphs.
/// </summary>
internal static class FindCommandLines
{
    /// <summary>As much as GitHub keeps of a comment, in characters.</summary>
    private const int MostCharacters = 65_536;

    /// <summary>
    /// What lies within a paragraph takes Markdig more than linear time, so longer paragraphs are not read.
    /// </summary>
    private const int MostInParagraph = 2_048;

    private const string TooLong =
        "This comment is too long to be read for commands: write the command in a comment of its own.";

    private const string TooDeep =
        "This is nested too deeply to be read for commands: write the command in a comment of its own.";

    private const string LongParagraph =
        "This paragraph is too long to be read for commands: leave an empty line before and after the command.";

    /// <summary>Blocks alone: a paragraph is one piece of text.</summary>
    private static readonly MarkdownPipeline Blocks = BlocksAlone();

    private static readonly MarkdownPipeline Everything =
        new MarkdownPipelineBuilder().UseFootnotes().UsePipeTables().UsePreciseSourceLocation().Build();

    public static IEnumerable<FoundLine> In(string markdown)
    {
        if (markdown.Length > MostCharacters)
            return [new(null, TooLong)];
        return Parse(markdown, Blocks) is { } document ? InBlocks(document, markdown) : [new(null, TooDeep)];
    }

    private static IEnumerable<FoundLine> InBlocks(MarkdownDocument document, string markdown)
    {
        var html = new OpenElements();
        foreach (var block in document)
        {
            var text = TextOf(block, markdown);
            if (block is HtmlBlock)
                html.Read(text);
            if (block is ParagraphBlock)
                foreach (var found in InParagraph(text, html))
                    yield return found;
        }
    }

    private static IEnumerable<FoundLine> InParagraph(string text, OpenElements html)
    {
        if (text.AsSpan().IndexOfAny('/', '<') < 0)
            return [];
        if (text.Length > MostInParagraph)
            return Unread(text, LongParagraph);
        return Parse(text, Everything) is { } document
            ? document.OfType<ParagraphBlock>().SelectMany(paragraph => InLines(paragraph, text, html))
            : Unread(text, TooDeep);
    }

    private static IEnumerable<FoundLine> InLines(ParagraphBlock paragraph, string text, OpenElements html)
    {
        var atStart = true;
        foreach (var inline in paragraph.Inline ?? [])
        {
            if (inline is HtmlInline element)
                html.Read(element.Tag);
            if (atStart && !html.Any && inline is LiteralInline && LineFrom(inline, text) is ['/', ..] line)
                yield return new(line, null);
            atStart = inline is LineBreakInline;
        }
    }

    /// <summary>
    /// The line that begins with this, trimmed, as written; a backslash that breaks the line is no part of it.
    /// </summary>
    private static string LineFrom(Inline first, string text)
    {
        var next = first.NextSibling;
        while (next is not (null or LineBreakInline))
            next = next.NextSibling;
        var line = text.AsSpan(first.Span.Start, (next?.Span.Start ?? text.Length) - first.Span.Start);
        var end = line.IndexOfAny('\n', '\r');
        return (end < 0 ? line : line[..end]).Trim().ToString();
    }

    /// <summary>One refusal for a paragraph that can't be read and has a line that might be a command.</summary>
    private static IEnumerable<FoundLine> Unread(string text, string why) =>
        text.Split('\n', '\r').FirstOrDefault(line => ParseCommand.Line(line) is not null) is { } line
            ? [new(line.Trim(), why)]
            : [];

    private static string TextOf(Block block, string markdown)
    {
        var start = Math.Clamp(block.Span.Start, 0, markdown.Length);
        return markdown[start..Math.Clamp(block.Span.End + 1, start, markdown.Length)];
    }

    /// <summary>Null where the text is nested deeper than Markdig follows.</summary>
    private static MarkdownDocument? Parse(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static MarkdownPipeline BlocksAlone()
    {
        var builder = new MarkdownPipelineBuilder().UseFootnotes().UsePreciseSourceLocation();
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}
