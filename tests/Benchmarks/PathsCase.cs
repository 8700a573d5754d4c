using ChangeSentinel.Paths;

namespace ChangeSentinel.Benchmarks;

/// <summary>A list of patterns and the files they are matched against.</summary>
internal sealed record PathsCase(string Name, IReadOnlyList<string> Patterns, IReadOnlyList<string> Files)
{
    /// <summary>The real trees of the corpora; none where there are no corpora.</summary>
    public static IEnumerable<PathsCase> OfCorpora(string? corpora) =>
        corpora is null
            ? []
            : Directory.GetDirectories(Path.Combine(corpora, "scale"))
                .Order(StringComparer.Ordinal)
                .Select(Read);

    /// <summary>The patterns that are valid, compiled; the peers read all of them.</summary>
    public PathRules Compile() => PathRules.Compile(
    [
        .. Patterns.Select(PathPattern.Parse).OfType<PatternReading.Pattern>().Select(valid => valid.Value),
    ]);

    /// <summary>
    /// The files in the order of the tree or in a random one, laid out in memory as if just read.
    /// </summary>
    public string[] Paths(bool shuffled)
    {
        string[] paths = [.. Files.Order(StringComparer.Ordinal)];
        if (shuffled)
            new Random(1).Shuffle(paths);
        return [.. paths.Select(path => new string(path.AsSpan()))];
    }

    private static PathsCase Read(string folder) => new(
        Path.GetFileName(folder),
        [
            .. File.ReadLines(Path.Combine(folder, "CODEOWNERS"))
                .Select(PatternOf)
                .Where(text => text is not ""),
        ],
        [.. File.ReadLines(Path.Combine(folder, "files.txt")).Where(line => line.Length > 0)]);

    private static string PatternOf(string line)
    {
        var text = line.Trim();
        if (text.StartsWith('#'))
            return "";
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (char.IsWhiteSpace(text[i]))
                return text[..i];
        }

        return text;
    }
}
