using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Finds the files that differ between two whole trees, by their ids alone.</summary>
internal static class CompareTrees
{
    private static readonly Known<Patch> NoLines = new Known<Patch>.Unknown("only its ids were read");

    /// <summary>A rename is a file removed and one added; no lines are known.</summary>
    public static IReadOnlyList<ChangedFile> Of(CommitTree old, CommitTree now) =>
    [
        .. now.Files.Where(entry => !now.IsSameAt(entry.Path, old))
            .Select(entry => Changed(old.Find(entry.Path), now.Find(entry.Path))),
        .. old.Files.Where(entry => !now.Contains(entry.Path))
            .Select(entry => Changed(old.Find(entry.Path), null)),
    ];

    /// <summary>
    /// The same, with those files joined again that another comparison found to be renamed, so that what did not
    /// change between both looks the same in both.
    /// </summary>
    public static IReadOnlyList<ChangedFile> Of(CommitTree old, CommitTree now, IEnumerable<ChangedFile> alike)
    {
        var files = Of(old, now).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var pair in alike)
        {
            if (pair is not { Old: { } before, New: { } after } || before.Path == after.Path
                || !files.TryGetValue(after.Path, out var added) || added.Old is not null
                || old.Find(before.Path) is not { } source)
                continue;
            if (pair.Change is FileChange.Copied)
                files[after.Path] = added with { Change = FileChange.Copied, Old = source };
            else if (files.TryGetValue(before.Path, out var removed) && removed.New is null)
            {
                files.Remove(before.Path);
                files[after.Path] = added with { Change = FileChange.Renamed, Old = source };
            }
        }

        return [.. files.Values];
    }

    /// <summary>Between two versions of a file: a link, say, that took its place is another type.</summary>
    public static FileChange ChangeOf(FileVersion old, FileVersion now) =>
        old.Mode.AsSpan(0, 2).SequenceEqual(now.Mode.AsSpan(0, 2)) ? FileChange.Modified : FileChange.TypeChanged;

    private static ChangedFile Changed(FileVersion? old, FileVersion? now) => new()
    {
        Change = (old, now) switch
        {
            (null, _) => FileChange.Added,
            (_, null) => FileChange.Removed,
            _ => ChangeOf(old, now),
        },
        Old = old,
        New = now,
        Patch = NoLines,
    };
}
