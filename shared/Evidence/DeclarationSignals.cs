namespace ChangeSentinel.Evidence;

/// <summary>
/// Reads the ticked boxes of a description that say whether AI was used; an empty box says nothing.
/// </summary>
internal static class DeclarationSignals
{
    private static readonly WordSet Subjects = new("ai llm llms genai");

    // A promise to keep rules is no statement about this change.
    private static readonly WordSet Promises = new(
        "disclose disclosed disclosing policy policies guideline guidelines if understand agree read "
        + "comply complies responsible responsibility any acknowledge unless reviewed verified checked "
        + "applicable");

    private static readonly WordSet Denials = new(
        "no not without never none didn haven neither non zero");
    private static readonly WordSet Uses = new(
        "used use using assist assisted assistance generated created wrote written write authored "
        + "help helped modified developed tools tool produced coded involved code content contribution");

    /// <summary>Whether the line is a box; a ticked one that speaks of AI is added.</summary>
    public static bool InLine(ReadOnlySpan<char> line, SignalList signals)
    {
        if (!IsBox(line, out var ticked, out var text))
            return false;
        var said = ticked ? Judge(text) : ValueKind.NotAi;
        var tool = Vocabulary.FindAgent(text, whole: false, out _) ?? "AI";
        if (said is ValueKind.Ai)
            signals.Add(tool, SignalKind.Declaration, SignalStrength.Strong, line);
        else if (said is ValueKind.Negative)
            signals.Add("AI", SignalKind.Negative, SignalStrength.Strong, line);
        return true;
    }

    private static bool IsBox(ReadOnlySpan<char> line, out bool ticked, out ReadOnlySpan<char> text)
    {
        ticked = false;
        text = default;
        var item = line.TrimStart();
        if (item.IsEmpty)
            return false;
        item = item[0] is '-' or '*' or '+' ? item[1..] : item.TrimStart("0123456789.)");
        item = item.TrimStart();
        if (item.Length < 4 || item[0] != '[' || item[2] != ']')
            return false;
        ticked = item[1] is 'x' or 'X';
        text = item[3..].Trim();
        return ticked || item[1] is ' ';
    }

    private static ValueKind Judge(ReadOnlySpan<char> text)
    {
        var (subject, promise, denial, use, words) = (false, false, false, false, 0);
        foreach (var word in new Words(text))
        {
            words++;
            subject |= Subjects.Contains(word) || Vocabulary.Kind(word, out _) is WordKind.Agent;
            promise |= Promises.Contains(word);
            denial |= Denials.Contains(word);
            use |= Uses.Contains(word);
        }

        if (!subject)
            return IsByHuman(text) && !promise && !denial ? ValueKind.Negative : ValueKind.NotAi;
        if (denial)
            return use && !Hedges(text) ? ValueKind.Negative : ShortDenial(words, promise);
        return !promise && (use || words <= 4) ? ValueKind.Ai : ValueKind.NotAi;
    }

    /// <summary>"Not AI", "No AI": nothing else is said.</summary>
    private static ValueKind ShortDenial(int words, bool promise) =>
        words <= 4 && !promise ? ValueKind.Negative : ValueKind.NotAi;

    private static bool IsByHuman(ReadOnlySpan<char> text) =>
        text.Contains("by a human", StringComparison.OrdinalIgnoreCase)
        || text.Contains("by humans", StringComparison.OrdinalIgnoreCase)
        || text.Contains("human-written", StringComparison.OrdinalIgnoreCase)
        || text.Contains("human written", StringComparison.OrdinalIgnoreCase);

    private static bool Hedges(ReadOnlySpan<char> text) =>
        text.Contains("disclos", StringComparison.OrdinalIgnoreCase)
        || text.Contains("if ", StringComparison.OrdinalIgnoreCase)
        || text.Contains("policy", StringComparison.OrdinalIgnoreCase)
        || text.Contains("understand", StringComparison.OrdinalIgnoreCase);
}
