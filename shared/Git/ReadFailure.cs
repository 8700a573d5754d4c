namespace ChangeSentinel.Git;

/// <summary>Reads what git wrote to standard error as a failure people can act on.</summary>
internal static class ReadFailure
{
    private const string Partial =
        "the clone is partial and lacks objects of this change; fetch them: git fetch --refetch --no-filter";
    private const string Damaged = "the repository is damaged; see: git fsck";
    private const string Missing = "an object is missing; see: git fsck";
    private const string Unknown = "git does not know a revision that was asked for";

    private static readonly (string Mark, GitFailure Failure, string Advice)[] Marks =
    [
        ("dubious ownership", GitFailure.DubiousOwnership,
            "the repository belongs to another user; " +
            "if you trust it: git config --global --add safe.directory DIRECTORY"),
        ("not a git repository", GitFailure.NotARepository,
            "this folder is not in a git repository; name one with --repo"),
        ("promisor remote", GitFailure.MissingObject, Partial),
        ("transport '", GitFailure.MissingObject, Partial),
        ("corrupt", GitFailure.CorruptObject, Damaged),
        ("inflate:", GitFailure.CorruptObject, Damaged),
        ("bad object", GitFailure.MissingObject, Missing),
        ("unable to read", GitFailure.MissingObject, Missing),
        ("not read object", GitFailure.MissingObject, Missing),
        ("missing", GitFailure.MissingObject, Missing),
        ("unable to parse commit", GitFailure.CorruptObject, Damaged),
        ("does not have any commits yet", GitFailure.NoCommits, "the repository has no commit yet"),
        ("bad revision", GitFailure.UnknownRevision, Unknown),
        ("unknown revision", GitFailure.UnknownRevision, Unknown),
        ("ambiguous argument", GitFailure.UnknownRevision, Unknown),
        ("invalid revision range", GitFailure.UnknownRevision, Unknown),
    ];

    /// <param name="question">The git command that failed: `log`, `diff-tree`.</param>
    /// <param name="exitCode">How it ended; negative or over 128 where a signal ended it.</param>
    public static GitException Of(string question, int exitCode, string standardError)
    {
        var said = Saying(standardError);
        foreach (var (mark, failure, advice) in Marks)
            if (standardError.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return new(failure, $"{advice} (git {question} said: {said})");

        return new(
            GitFailure.Unexpected,
            $"git {question} ended with exit code {exitCode}{(said.Length > 0 ? $" and said: {said}" : "")}");
    }

    // The line that says what is wrong, on one line and harmless on a terminal.
    private static string Saying(string standardError)
    {
        var lines = standardError.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(line => line.StartsWith("fatal:", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.StartsWith("error:", StringComparison.Ordinal))
            ?? lines.FirstOrDefault() ?? "";
        var shown = line.Length > 300 ? line[..300] + "…" : line;
        return string.Create(shown.Length, shown, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
    }
}
