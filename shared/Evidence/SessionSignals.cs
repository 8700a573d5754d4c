using System.Buffers;

namespace ChangeSentinel.Evidence;

/// <summary>Finds links to agents' sessions.</summary>
internal static class SessionSignals
{
    private const int ShortestId = 6;

    private static readonly (string Link, string Tool)[] Links =
        [.. Agents.All.SelectMany(agent => agent.Links.Select(link => (link, agent.Name)))];

    private static readonly SearchValues<string> Any =
        SearchValues.Create([.. Links.Select(row => row.Link)], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Openings = SearchValues.Create(" \t(<[\"'`*");

    /// <summary>
    /// Adds the links of a line; one in backquotes, or without a session's id, is only spoken of.
    /// </summary>
    public static void InLine(ReadOnlySpan<char> line, SignalList signals)
    {
        for (var rest = line.Contains('/') ? line : default; !signals.IsFull;)
        {
            var at = rest.IndexOfAny(Any);
            if (at < 0)
                return;
            var start = rest[..at].LastIndexOfAny(Openings) + 1;
            foreach (var (link, tool) in Links)
            {
                if (!rest[at..].StartsWith(link, StringComparison.OrdinalIgnoreCase))
                    continue;
                var id = IdLength(rest[(at + link.Length)..]);
                var url = rest[start..(at + link.Length + id)];
                if (id >= ShortestId && (start == 0 || rest[start - 1] != '`'))
                    signals.Add(tool, SignalKind.Session, Strength(link), url);
                break;
            }

            rest = rest[(at + 1)..];
        }
    }

    /// <summary>A shared conversation shows that AI was asked, not what it wrote.</summary>
    private static SignalStrength Strength(string link) =>
        link.EndsWith("share/", StringComparison.Ordinal) ? SignalStrength.Weak : SignalStrength.Strong;

    private static int IdLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length
            && (text[length] is '-' or '_' || char.IsAsciiLetterOrDigit(text[length])))
            length++;
        return length;
    }
}
