namespace ChangeSentinel.Reports;

/// <summary>Breaks text into lines at spaces; a word wider than a line is cut in its middle.</summary>
public static class WrapText
{
    private const int MostLines = 6;

    /// <summary>At least one line and at most six; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> At(string text, int columns)
    {
        List<string> lines = [];
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = Columns.CutMiddle(text[range], columns);
            if (lines is [.., var line] && Columns.Width(line) + 1 + Columns.Width(word) <= columns)
                lines[^1] = line + " " + word;
            else if (lines.Count < MostLines)
                lines.Add(word);
            else
                return [.. lines[..^1], Columns.CutEnd(lines[^1], columns - 2).TrimEnd('…', ' ') + " …"];
        }

        return lines;
    }
}
