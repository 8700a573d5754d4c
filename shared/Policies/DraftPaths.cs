using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Policies;

/// <summary>A line of `paths` and why it is there.</summary>
internal sealed record DraftLine(string Pattern, string Tier, string Why);

/// <summary>Chooses the lines of a first policy: what is low, guarded, or usually risky.</summary>
internal static class DraftPaths
{
    /// <summary>More folders of one name are told by their name alone.</summary>
    private const int MostFolders = 5;

    private const int MostOwned = 20;

    private const int LongestPattern = 120;

    public static IReadOnlyList<DraftLine> From(SourceFile? codeOwners, IReadOnlyList<string> treePaths)
    {
        var risky = RiskyPlaces.In(treePaths);
        List<DraftLine> lines =
        [
            new("*", "medium", "everything that no line below names"),
            .. Lines(risky, "low"),
            .. Owned(codeOwners),
            .. Lines(risky, "high"),
            .. Lines(risky, "critical"),
        ];
        return [.. lines.Where((line, index) => !lines.Skip(index + 1).Any(later => Covers(later, line)))];
    }

    private static IEnumerable<DraftLine> Lines(RiskyPlaces risky, string tier)
    {
        foreach (var (extension, risk) in risky.Extensions.Where(found => found.Value.Tier == tier))
            yield return new($"*{extension}", tier, risk.Why);
        foreach (var folders in risky.Folders.Where(found => found.Risk.Tier == tier)
            .GroupBy(found => (Name: found.Path[(found.Path.LastIndexOf('/') + 1)..], found.Risk)))
        {
            var patterns = folders.Select(found => Spelt($"/{found.Path}/")).OfType<string>().ToList();
            if (patterns.Count < folders.Count() || patterns.Count > MostFolders)
                patterns = [$"**/{folders.Key.Name}/"];
            foreach (var pattern in patterns)
                yield return new(pattern, tier, folders.Key.Risk.Why);
        }

        foreach (var (file, risk) in risky.Files.Where(found => found.Value.Tier == tier))
            yield return new(file, tier, risk.Why);
    }

    private static IEnumerable<DraftLine> Owned(SourceFile? codeOwners)
    {
        var taken = 0;
        foreach (var line in codeOwners?.Text.Split('\n') ?? [])
        {
            var (pattern, owners) = Words(line);
            var owner = owners.FirstOrDefault(IsCareful);
            if (owner is null || pattern.Trim('*', '/').Length == 0 || !IsWritable(pattern))
                continue;
            yield return new(pattern, "high", $"CODEOWNERS gives it to {owner}");
            if (++taken == MostOwned)
                yield break;
        }
    }

    private static (string Pattern, IReadOnlyList<string> Owners) Words(string line)
    {
        line = line.Trim();
        var end = 0;
        while (end < line.Length && line[end] is not (' ' or '\t'))
            end += line[end] == '\\' && end + 1 < line.Length ? 2 : 1;
        var owners = line[end..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return (line[..end], [.. owners.TakeWhile(word => !word.StartsWith('#'))]);
    }

    private static bool IsCareful(string owner) => Mention.IsTeam(owner)
        && RiskyName.Teams.Any(word => owner[owner.IndexOf('/', StringComparison.Ordinal)..]
            .Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsWritable(string pattern) => pattern.Length <= LongestPattern
        && pattern.EnumerateRunes().All(CommentText.IsVisible)
        && PathPattern.Parse(pattern) is PatternReading.Pattern;

    /// <summary>A path as a pattern for itself; null where it is too long to read.</summary>
    private static string? Spelt(string path)
    {
        var text = new StringBuilder();
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.Value is '*' or '?' or '\\' or ' ')
                text.Append('\\');
            // Any one character stands for what no editor shows.
            text.Append(CommentText.IsVisible(rune) ? rune.ToString() : "?");
        }

        var pattern = text.ToString();
        return IsWritable(pattern) ? pattern : null;
    }

    private static bool Covers(DraftLine later, DraftLine line) => later.Pattern == line.Pattern
        || (later.Pattern is ['/', .., '/'] && !later.Pattern.AsSpan().ContainsAny('*', '?')
            && line.Pattern.StartsWith(later.Pattern, StringComparison.Ordinal));
}
