using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>
/// Reads a message from top to bottom: trailers, footers, sessions and sentences, each line once.
/// </summary>
internal static class MessageSignals
{
    // One of these stands in every line that bears a mark.
    private static readonly Needles Marks = new(
    [
        "co-au", "co au", "coauthor", "authored-by", "authored by", "assist", "assit", "asist", "isted-by",
        "isted by",
        "generated", "made with", "made-with", "made by", "written by", "written with", "created with",
        "created by",
        "opened by", "built with", "programmed", "developed-by", "helped-by", "coded",
        "gpt", "llm", " ai ", "ai-", "ai:", " ai.", " ai,", "\nai ", "*ai ", "by: ai",
        "genai", "coding-agent", "agent:", "vibe", "replit-commit", "paired with", "aider:", "human",
        "claude", "devin", "gemini", "cursor", "opus", "sonnet",
        .. Agents.All.SelectMany(agent => agent.Words.Concat(agent.SessionKeys).Concat(agent.Links)),
    ]);

    /// <summary>
    /// A look that allocates nothing: false only where <see cref="In"/> would find nothing.
    /// </summary>
    public static bool MayFind(ReadOnlySpan<char> message) => Marks.StandIn(message);

    /// <param name="withBoxes">True where boxes are ticked: in a description.</param>
    public static void In(string message, SignalList signals, bool withBoxes)
    {
        Span<Token> room = stackalloc Token[ProseSignals.Room];
        var prose = new ProseSignals(message, signals, room);
        var sections = new DisclosureSections(message, signals);
        var lines = new MessageLines(message);
        var quotes = QuotesByIndent(message);
        var (paragraphEnd, marked) = (0, false);
        while (!signals.IsFull && lines.MoveNext())
        {
            var line = lines.Current;
            if (lines.Start >= paragraphEnd)
            {
                prose.End();
                paragraphEnd = EndOfParagraph(message, lines.Start);
                var before = Math.Max(lines.Start - 1, 0);
                var end = Math.Min(paragraphEnd, message.Length);
                marked = withBoxes || MayFind(message.AsSpan()[before..end]);
            }

            if ((!marked && !sections.IsOpen) || (quotes && IsIndented(line)))
                continue;
            if (lines.AfterQuote)
                prose.End();
            SessionSignals.InLine(line, signals);
            if ((withBoxes && DeclarationSignals.InLine(line, signals))
                || TrailerSignals.InLine(line, signals) || FooterSignals.InLine(line, signals))
            {
                prose.End();
                sections.End();
            }
            else if (sections.Take(lines.Start, line))
            {
                prose.End();
            }
            else
            {
                prose.Take(lines.Start, line);
            }
        }

        prose.End();
        sections.End();
    }

    private static int EndOfParagraph(ReadOnlySpan<char> message, int start)
    {
        var gap = message[start..].IndexOf("\n\n");
        return gap < 0 ? message.Length + 1 : start + gap + 2;
    }

    private static bool IsIndented(ReadOnlySpan<char> line) =>
        line.StartsWith("    ") || line.StartsWith('\t');

    /// <summary>A revert may quote, indented, the message of what it takes back.</summary>
    private static bool QuotesByIndent(ReadOnlySpan<char> message) =>
        message.StartsWith("Revert ") || message.Contains("This reverts commit ", StringComparison.Ordinal);
}
