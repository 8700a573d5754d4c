using ChangeSentinel.Changes;

namespace ChangeSentinel.Services;

/// <summary>
/// A line of a `go.mod` or `go.work`: its directive, what follows it, and its number from one.
/// </summary>
internal sealed record GoLine(string Directive, IReadOnlyList<string> Words, int Number);

/// <summary>A `go.mod` or `go.work` as directives; blocks in parentheses are taken apart.</summary>
/// <remarks>https://go.dev/ref/mod#go-mod-file-lexical</remarks>
internal sealed record GoFile(string Path, string Folder, IReadOnlyList<GoLine> Lines)
{
    public static (GoFile? File, ManifestFault? Fault) Read(SourceFile file)
    {
        var lines = new List<GoLine>();
        string? block = null;
        var opened = 0;
        var number = 0;
        foreach (var line in file.Text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (Words(line) is not { } words)
                return (null, new(new(file.Path, number, 1), "has a quotation mark that is not closed"));
            if (block is not null && words is [")"])
                block = null;
            else if (block is not null && words.Count > 0)
                lines.Add(new(block, words, number));
            else if (words is [var directive, "("])
                (block, opened) = (directive, number);
            else if (words is [var single, .. var rest])
                lines.Add(new(single, rest, number));
        }

        return block is null
            ? (new(file.Path, TreePath.Folder(file.Path), lines), null)
            : (null, new(new(file.Path, opened, 1), $"has a '{Excerpt(block)} (' that is not closed"));
    }

    /// <summary>What stands in the lines of one directive.</summary>
    public IEnumerable<IReadOnlyList<string>> Of(string directive) =>
        Lines.Where(line => line.Directive == directive).Select(line => line.Words);

    private static List<string>? Words(ReadOnlySpan<char> line)
    {
        var words = new List<string>();
        for (line = line.TrimStart(); line.Length > 0 && !line.StartsWith("//"); line = line.TrimStart())
        {
            var length = WordLength(line);
            if (length < 0)
                return null;
            var quoted = line[0] is '"' or '`';
            words.Add((quoted ? line[1..(length - 1)] : line[..length]).ToString());
            line = line[length..];
        }

        return words;
    }

    private static int WordLength(ReadOnlySpan<char> line)
    {
        if (line[0] is '(' or ')')
            return 1;
        if (line[0] is '"' or '`')
            return line[1..].IndexOf(line[0]) is >= 0 and var end ? end + 2 : -1;
        var length = line.IndexOfAny(" \t()");
        var comment = line.IndexOf("//");
        length = length < 0 ? line.Length : length;
        return comment >= 0 && comment < length ? comment : length;
    }

    private static string Excerpt(string word) => word.Length <= 40 ? word : word[..40] + "…";
}
