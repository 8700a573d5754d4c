namespace ChangeSentinel.Evidence;

/// <summary>
/// Reads the description of a change: what its author says of AI, and what vendors' agents leave there.
/// </summary>
internal static class DescriptionSignals
{
    private static readonly (string Text, string Tool)[] Marks =
        [.. Agents.All.SelectMany(agent => agent.Descriptions.Select(mark => (mark, agent.Name)))];

    // Reports of reviewers, pasted in by their bots: https://docs.coderabbit.ai/guides/commands and Azure
    // DevOps.
    private static readonly (string Start, string End)[] Reviews =
    [
        ("<!-- This is an auto-generated comment: release notes by coderabbit.ai -->",
            "<!-- end of auto-generated comment: release notes by coderabbit.ai -->"),
        ("<!-- BUGBOT_STATUS -->", "<!-- /BUGBOT_STATUS -->"),
        ("<!-- CURSOR_SUMMARY -->", "<!-- /CURSOR_SUMMARY -->"),
        ("#### AI description", "\n#### "),
    ];

    public static void Of(string description, SignalList signals)
    {
        foreach (var (mark, tool) in Marks)
        {
            var at = description.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                signals.Add(tool, SignalKind.Description, SignalStrength.Strong, LineAround(description, at));
        }

        var spoken = WithoutAsides(description);
        MessageSignals.In(spoken, signals, withBoxes: true);
    }

    /// <summary>
    /// What its writer shows: HTML comments (where templates give advice) and bots' reports are cut out.
    /// </summary>
    private static string WithoutAsides(string description)
    {
        foreach (var (start, end) in Reviews)
        {
            var from = description.IndexOf(start, StringComparison.Ordinal);
            if (from < 0)
                continue;
            var to = description.IndexOf(end, from + start.Length, StringComparison.Ordinal);
            description = to < 0 ? description[..from] : description.Remove(from, to - from);
        }

        if (!description.Contains("<!--", StringComparison.Ordinal))
            return description;
        var kept = new System.Text.StringBuilder(description.Length);
        var rest = description.AsSpan();
        for (var open = rest.IndexOf("<!--"); open >= 0; open = rest.IndexOf("<!--"))
        {
            kept.Append(rest[..open]);
            var close = rest[open..].IndexOf("-->");
            rest = close < 0 ? default : rest[(open + close + 3)..];
        }

        return kept.Append(rest).ToString();
    }

    private static ReadOnlySpan<char> LineAround(ReadOnlySpan<char> text, int at)
    {
        var end = text[at..].IndexOf('\n');
        return text[at..(end < 0 ? text.Length : at + end)];
    }
}
