using System.Text.Json;

namespace ChangeSentinel.Tests.Paths;

/// <summary>The named reasons for which gitignore and wildmatch answer otherwise than CODEOWNERS.</summary>
internal static class PathDifference
{
    /// <summary>The first reason that holds for the row; null where none does.</summary>
    public static string? Of(CorpusRow row)
    {
        if (row.Patterns.Any(EndsInBackslash))
            return "trailing backslash";
        if (row.Patterns.Any(pattern => pattern.StartsWith('!')) && row.Dialect == "gitignore")
            return "negation";
        if (row.Patterns.Any(IsEmptyOrComment))
            return "empty or comment";
        if (row.Patterns.Any(HasBareSpace))
            return "white space";
        if (row.Patterns.Any(pattern => pattern.Contains('[', StringComparison.Ordinal)))
            return "range";
        return row.Dialect == "wildmatch" ? OfWildmatch(row) : OfGitignore(row);
    }

    private static string? OfGitignore(CorpusRow row) =>
        row.Path.EndsWith('/')
            && row.Patterns.Any(pattern => pattern.EndsWith("/*", StringComparison.Ordinal))
            ? "one level"
            : null;

    private static string? OfWildmatch(CorpusRow row)
    {
        if (!row.Flags.Contains("PATHNAME", StringComparison.Ordinal)
            && (row.Path + row.Patterns[0]).Contains('/', StringComparison.Ordinal))
            return "slash is ordinary";
        return row.Expected.ValueKind == JsonValueKind.False
            && row.Path.Contains('/', StringComparison.Ordinal) ? "whole text" : null;
    }

    private static bool EndsInBackslash(string pattern) => CountBackslashes(pattern, pattern.Length) % 2 == 1;

    private static bool IsEmptyOrComment(string pattern) =>
        pattern.Length == 0 || pattern[0] == '#' || pattern.StartsWith("\\#", StringComparison.Ordinal);

    private static bool HasBareSpace(string pattern) =>
        Enumerable.Range(0, pattern.Length)
            .Any(i => char.IsWhiteSpace(pattern[i]) && CountBackslashes(pattern, i) % 2 == 0);

    private static int CountBackslashes(string pattern, int end) =>
        pattern[..end].Reverse().TakeWhile(c => c == '\\').Count();
}
