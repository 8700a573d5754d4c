using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>A line of a hunk as a compiler sees it.</summary>
/// <param name="Code">Its text with spaces where comments stood.</param>
/// <param name="At">Its place among the hunk's lines, from zero.</param>
/// <param name="Run">Which run of changed lines of the file it belongs to; zero for context.</param>
internal readonly record struct CodeLine(PatchLine Line, string Code, int At, int Run)
{
    public bool Added => Line.Side is LineSide.Added;

    public bool Removed => Line.Side is LineSide.Removed;

    public bool Changed => Line.Side is not LineSide.Context;

    public string Text => Line.Text;

    public int Indent => Code.Indent();

    public bool Blank => string.IsNullOrWhiteSpace(Code);
}

/// <summary>One side of a hunk: its context with what was added, or with what was removed.</summary>
internal sealed class CodeSide(IReadOnlyList<CodeLine> lines)
{
    private const int Reach = 100;

    public IReadOnlyList<CodeLine> Lines => lines;

    /// <summary>The nearest line above that is indented less; -1 where the hunk shows none.</summary>
    public int Parent(int index)
    {
        var indent = lines[index].Indent;
        for (var at = index - 1; at >= 0 && at > index - Reach; at--)
        {
            if (!lines[at].Blank && lines[at].Indent < indent
                && lines[at].Code.Trim() is not ("{" or "[" or "("))
                return at;
        }

        return -1;
    }

    /// <summary>The index of the first line at or behind a place in the hunk.</summary>
    public int From(int at)
    {
        var (low, high) = (0, lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = lines[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The changed lines of this side in the same run as a line of either side.</summary>
    public IEnumerable<CodeLine> Beside(CodeLine line)
    {
        var first = From(line.At);
        while (first > 0 && lines[first - 1].Run == line.Run && lines[first - 1].At > line.At - Reach)
            first--;
        for (var at = first; at < lines.Count && lines[at].Run == line.Run
            && lines[at].At < line.At + Reach; at++)
            yield return lines[at];
    }

    /// <summary>Every line that encloses this one, the nearest first.</summary>
    public IEnumerable<CodeLine> Parents(int index)
    {
        for (var at = Parent(index); at >= 0; at = Parent(at))
            yield return lines[at];
    }

    /// <summary>The lines of the block that this one stands in, as far as the hunk shows it.</summary>
    public IEnumerable<CodeLine> Siblings(int index)
    {
        var indent = lines[index].Indent;
        var first = index;
        while (first > 0 && first > index - Reach && Stays(lines[first - 1], indent))
            first--;
        for (var at = first; at < lines.Count && at < index + Reach; at++)
        {
            if (at > index && !Stays(lines[at], indent))
                yield break;
            yield return lines[at];
        }
    }

    /// <summary>The lines below that are indented more than this one.</summary>
    public IEnumerable<CodeLine> Children(int index)
    {
        var indent = lines[index].Indent;
        for (var at = index + 1; at < lines.Count && at < index + Reach; at++)
        {
            if (!lines[at].Blank && lines[at].Indent <= indent)
                yield break;
            yield return lines[at];
        }
    }

    /// <summary>
    /// What a call that begins here says, to its closing parenthesis or its last argument's line.
    /// </summary>
    public string Call(int index, int column)
    {
        var text = new System.Text.StringBuilder();
        var depth = 0;
        for (var at = index; at < lines.Count && at < index + 40 && text.Length < 4000; at++)
        {
            var code = lines[at].Code;
            for (var letter = at == index ? column : 0; letter < code.Length && text.Length < 4000; letter++)
            {
                depth += code[letter] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
                text.Append(code[letter]);
                if (depth < 0 || (depth == 0 && code[letter] == ')'))
                    return text.ToString();
            }

            if (depth == 0 && !code.AsSpan().TrimEnd().EndsWith(','))
                break;
            text.Append(' ');
        }

        return text.ToString();
    }

    private static bool Stays(CodeLine line, int indent) => line.Blank || line.Indent >= indent;
}

/// <summary>A hunk read as code, each side by itself.</summary>
internal sealed record CodeHunk(string Heading, CodeSide Old, CodeSide New)
{
    /// <summary>
    /// Whether the hunk shows the file's end: less than three lines of context stand behind the change.
    /// </summary>
    public required bool ReachesEnd { get; init; }

    /// <summary>The lines that were removed, then those that were added.</summary>
    public IEnumerable<CodeLine> Changed => Old.Lines.Concat(New.Lines).Where(line => line.Changed);
}
