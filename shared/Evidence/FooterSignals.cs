namespace ChangeSentinel.Evidence;

/// <summary>Finds the lines agents sign with: "Generated with Claude Code", "Made with Cursor".</summary>
internal static class FooterSignals
{
    private const int LongestLine = 300;

    private static readonly WordSet Lead = new(
        "this the pr pull request commit change code patch was is been has co automatically entirely "
        + "partially mostly fully largely partly heavily pair vibe");

    private static readonly WordSet Verbs = new(
        "generated made created written built assisted authored coauthored coded implemented produced "
        + "developed opened programmed vibecoded");

    private static readonly WordSet Helps = new("the help assistance aid support of from");

    // Behind "by" these are also what people named Claude do.
    private static readonly WordSet PeopleToo = new(
        "written created authored coauthored coded implemented built developed opened produced "
        + "programmed");

    /// <summary>Whether the line is a footer and nothing more; if so its signal is added.</summary>
    public static bool InLine(ReadOnlySpan<char> line, SignalList signals)
    {
        if (line.Length > LongestLine || !FindObject(line, out var start, out var personal))
            return false;
        var named = line[start..];
        if (Vocabulary.FindAgent(named, whole: true, out var end) is not { } tool)
            return false;
        if (personal && Vocabulary.ReadName(named[..end]).Kind is NameKind.Ambiguous)
            return false;
        signals.Add(tool, SignalKind.Footer, SignalStrength.Strong, line);
        return true;
    }

    /// <summary>Passes over "Generated with the help of"; what is left names the agent.</summary>
    private static bool FindObject(ReadOnlySpan<char> line, out int start, out bool personal)
    {
        (start, personal) = (0, false);
        var verb = default(ReadOnlySpan<char>);
        var (joined, together) = (false, false);
        foreach (var word in new Words(line))
        {
            if (joined)
            {
                if (Helps.Contains(word))
                    continue;
                start = FindStart(line, word);
                return true;
            }

            if (word is "with" or "by" or "using" or "via" && !verb.IsEmpty)
            {
                joined = true;
                personal = word is "by" && PeopleToo.Contains(verb) && !together;
            }
            else if (Verbs.Contains(word))
                verb = word;
            else if (!Lead.Contains(word))
                return false;
            together |= word.Equals("co", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static int FindStart(ReadOnlySpan<char> line, ReadOnlySpan<char> word)
    {
        line.Overlaps(word, out var start);
        return start;
    }
}
