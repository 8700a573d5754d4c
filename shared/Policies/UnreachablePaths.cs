using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>
/// Finds lines of `paths` that decide no file, because a later line matches all they match.
/// </summary>
/// <remarks>
/// Only what the patterns' text shows: the same again, everything, or a folder that holds the path.
/// </remarks>
internal static class UnreachablePaths
{
    /// <summary>Folders of a pattern that are looked at.</summary>
    private const int Deepest = 64;

    public const string MatchesNothing = "unreachable rule: '/' matches no file; write '*' for every file";

    public static void Check(IReadOnlyList<PathTier> lines, DiagnosticBag findings)
    {
        // From the last line up: each later pattern is known when an earlier one is asked about.
        var later = new Dictionary<string, PathTier>(lines.Count, StringComparer.Ordinal);
        for (var i = lines.Count - 1; i >= 0 && !findings.IsFull; i--)
        {
            var line = lines[i];
            if (line.Pattern.MatchesNothing)
                findings.Warning(line.Place, MatchesNothing);
            else if (Covering(line.Pattern.Text, later) is { } cover)
                findings.Warning(line.Place, Message(line, cover));
            later.TryAdd(Key(line.Pattern.Text), line);
        }
    }

    private static string Message(PathTier line, PathTier cover) =>
        $"unreachable rule: line {cover.Place.Line} ('{YamlQuote.Of(cover.Pattern.Text)}') matches every file " +
        $"of '{YamlQuote.Of(line.Pattern.Text)}' and comes later, so it decides";

    private static PathTier? Covering(string pattern, Dictionary<string, PathTier> later)
    {
        if (later.TryGetValue("*", out var cover) || later.TryGetValue(Key(pattern), out cover))
            return cover;
        if (pattern[0] != '/')
            return null;

        // What begins with a folder of plain letters, wildcards only after it, stands within that folder.
        var known = later.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = pattern.IndexOf('/', 1);
        for (var depth = 0; end > 0 && depth < Deepest; depth++, end = pattern.IndexOf('/', end + 1))
        {
            var folder = pattern.AsSpan(0, end + 1);
            if (folder.ContainsAny('*', '?'))
                return null;
            if (known.TryGetValue(folder[..^1], out cover) || known.TryGetValue(folder, out cover))
                return cover;
        }

        return null;
    }

    /// <summary>One spelling for all patterns that match everything, or everything below a folder.</summary>
    private static string Key(string pattern) => pattern switch
    {
        "**" or "/**" or "**/*" or "/**/*" => "*",
        ['/', .., '/', '*', '*'] => pattern[..^2],
        _ => pattern,
    };
}
