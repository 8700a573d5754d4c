using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>
/// Reads `AI disclosure: …` and `## LLM Notes` with the paragraph behind them: free words, no fixed form.
/// </summary>
internal ref struct DisclosureSections(ReadOnlySpan<char> text, SignalList signals)
{
    private const int MostCharacters = 1000;

    private static readonly WordSet Subjects = new("ai llm llms genai");
    private static readonly WordSet Titles = new(
        "disclosure disclosures usage use notes note statement acknowledgement acknowledgment "
        + "transparency declaration attribution involvement assistance");

    private static readonly WordSet Forms = new(
        "describe please eg todo specify select choose if explain");

    private static readonly WordSet Fillers = new("of generative my");
    private static readonly WordSet Exceptions = new(
        "except besides apart but however although though only");

    private readonly ReadOnlySpan<char> text = text;
    private readonly SignalList signals = signals;
    private int titleStart = -1;
    private int end;
    private bool filled;
    private bool heading;

    /// <summary>Whether a section has begun and its words are still awaited or going on.</summary>
    public readonly bool IsOpen => titleStart >= 0;

    /// <summary>Takes the next line.</summary>
    /// <returns>Whether the line belongs to such a section.</returns>
    public bool Take(int start, ReadOnlySpan<char> line)
    {
        if (titleStart >= 0 && Continues(start, line))
            return true;
        End();
        if (!IsTitle(line, out var value))
            return false;
        (titleStart, end, filled) = (start, start + line.Length, !value.IsEmpty);
        heading = value.IsEmpty;
        return true;
    }

    /// <summary>Judges the section that is open, if any.</summary>
    public void End()
    {
        if (titleStart >= 0 && filled)
            Judge(text[titleStart..end]);
        titleStart = -1;
    }

    private bool Continues(int start, ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        if (trimmed.IsEmpty)
            return heading && !filled;
        if (trimmed.StartsWith('#') || end - titleStart > MostCharacters || trimmed.StartsWith("- [")
            || trimmed.StartsWith("* [") || trimmed.Contains("-by:", StringComparison.OrdinalIgnoreCase))
            return false;
        (end, filled) = (start + line.Length, true);
        return true;
    }

    private static bool IsTitle(ReadOnlySpan<char> line, out ReadOnlySpan<char> value)
    {
        value = default;
        var trimmed = line.TrimStart();
        var isHeading = trimmed.StartsWith('#');
        var title = trimmed;
        if (ReadTrailers.TryParse(line, out var key, out var behind))
        {
            title = key;
            value = behind;
        }
        else if (!isHeading && !(trimmed.StartsWith("**") && trimmed.TrimEnd().EndsWith("**")))
            return false;

        var (words, subject, named) = (0, false, false);
        foreach (var word in new Words(title))
        {
            words++;
            subject |= Subjects.Contains(word);
            named |= Titles.Contains(word);
            if (!Subjects.Contains(word) && !Titles.Contains(word) && !Fillers.Contains(word))
                return false;
        }

        return subject && named && words <= 4;
    }

    private readonly void Judge(ReadOnlySpan<char> section)
    {
        var colon = section.IndexOf(':');
        var line = section.IndexOf('\n');
        var body = (heading && line >= 0 ? section[line..] : section[(colon + 1)..]).Trim().Trim("*_").Trim();
        if (body.IsEmpty || body.StartsWith("<!--") || ReadValue.IsPlaceholder(body))
            return;
        foreach (var word in new Words(body))
        {
            if (Forms.Contains(word))
                return;
            break;
        }

        if (ReadValue.IsNegative(body) && !HasException(body))
            signals.Add("AI", SignalKind.Negative, SignalStrength.Strong, section);
        else if (!Review.IsAllThereIs(body))
            signals.Add(Tool(body), SignalKind.Prose, SignalStrength.Strong, section);
    }

    private static string Tool(ReadOnlySpan<char> body) =>
        Vocabulary.FindAgent(body, whole: false, out _) ?? "AI";

    /// <summary>"No AI, except that Claude wrote the tests" is no denial.</summary>
    private static bool HasException(ReadOnlySpan<char> body)
    {
        var exception = false;
        foreach (var word in new Words(body))
        {
            if (exception && Review.IsWriting(word))
                return true;
            exception |= Exceptions.Contains(word);
        }

        return false;
    }
}
