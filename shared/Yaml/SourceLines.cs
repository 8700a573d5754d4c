using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>A text cut into lines, so that every place that is told lies inside the file.</summary>
public sealed class SourceLines
{
    private readonly string file;
    private readonly string text;

    public SourceLines(SourceFile source)
    {
        file = source.Path;
        text = WithoutMark(source.Text);
    }

    private List<Range> Lines => field ??= Cut(text);

    /// <summary>One more than the line breaks.</summary>
    public int Count => Lines.Count;

    /// <param name="line">From one.</param>
    public ReadOnlySpan<char> this[int line] => text.AsSpan(Lines[line - 1]);

    /// <summary>The nearest place inside the file; a column counts UTF-16 units, from one.</summary>
    public Place At(long line, long column)
    {
        var inside = (int)Math.Clamp(line, 1, Count);
        var end = this[inside].Length + 1;
        return new(file, inside, line > Count ? end : (int)Math.Clamp(column, 1, end));
    }

    /// <summary>The text without the byte order mark that may stand before it.</summary>
    internal static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private static List<Range> Cut(string text)
    {
        var lines = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                continue;
            lines.Add(start..i);
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            start = i + 1;
        }

        lines.Add(start..text.Length);
        return lines;
    }
}
