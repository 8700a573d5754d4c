using ChangeSentinel.Yaml;

namespace ChangeSentinel.Commands;

/// <summary>Finds commands in what people write; never throws, whatever the text.</summary>
public static class ParseCommand
{
    /// <summary>More of one comment are not read.</summary>
    public const int MostCommands = 20;

    private const int ShortestSlip = 4;

    /// <summary>Commands of other robots in the same conversation that are no slips of ours.</summary>
    /// <seealso href="https://prow.k8s.io/command-help"/>
    private static readonly HashSet<string> OfOthers = new(["retest"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The commands of a comment in Markdown: whole lines of its own paragraphs, outside quotes, lists, code, links,
    /// tables, headings and HTML elements. In the order written; what looks like a command and is none is refused.
    /// </summary>
    /// <param name="markdown">Linear time; what is too long or too deep to be read is refused.</param>
    public static IReadOnlyList<CommandReading> In(string markdown)
    {
        var first = markdown.Split('\n', '\r').Select(Line).FirstOrDefault(reading => reading is not null);
        if (first is null)
            return [];
        var readings = new List<CommandReading>();
        foreach (var found in FindCommandLines.In(markdown))
        {
            var reading = found.WhyNot is { } why
                ? new CommandReading.Refused(found.Line ?? first.Line, why)
                : Line(found.Line!);
            if (reading is null)
                continue;
            if (readings.Count == MostCommands)
            {
                readings.Add(new CommandReading.Refused(
                    reading.Line,
                    $"A comment gives at most {MostCommands} commands; this one and those after it were not read."));
                break;
            }

            readings.Add(reading);
        }

        return readings;
    }

    /// <summary>One line of chat; null where it neither is a command nor looks like one.</summary>
    /// <param name="text">What stands behind a line break is not read.</param>
    public static CommandReading? Line(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.StartsWith('/'))
            return null;
        var end = trimmed.IndexOfAny('\n', '\r');
        var line = (end < 0 ? trimmed : trimmed[..end].TrimEnd()).ToString();
        var words = new CommandWords(line[1..]);
        var name = char.IsWhiteSpace(line.ElementAtOrDefault(1)) ? "" : words.Next();
        if (Verbs.All.TryGetValue(name, out var verb))
            return verb.Read(words) is { } command
                ? new CommandReading.Understood(line, command)
                : new CommandReading.Refused(line, verb.Usage);
        return NearMiss(name) is { } meant
            ? new CommandReading.Refused(
                line, $"There is no command `/{YamlQuote.Of(name)}`; did you mean `/{meant}`?")
            : null;
    }

    /// <summary>A path is no slip, and short words are names of their own: `/api` is no slip of `/ai`.</summary>
    private static string? NearMiss(string name) =>
        name.Length < ShortestSlip || name.Contains('/', StringComparison.Ordinal) || OfOthers.Contains(name)
            ? null
            : NearestName.Among(name, Verbs.All.Keys);
}
