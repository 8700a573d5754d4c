using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>What the answers about the files of a change came to.</summary>
/// <param name="Listed">As the pull request lists them: patches and renames, at most 3,000.</param>
/// <param name="Kinds">What the listed files without lines are, by blob.</param>
internal sealed record FileFacts(
    IReadOnlyList<FileReply> Listed, CommitTree Old, CommitTree Now, IReadOnlyDictionary<string, BlobKind> Kinds)
{
    /// <summary>How many files GitHub counts.</summary>
    public required int Counted { get; init; }
}

/// <summary>
/// Makes the changed files of the pull request's list and the trees of both sides: the trees say what differs and
/// which blobs stand there, the list says what was renamed and which lines changed.
/// </summary>
internal static class CombineFiles
{
    /// <summary>The list ends here.</summary>
    public const int MostListed = 3_000;

    private const string Unlisted = "GitHub does not list it among the changed files";
    private static readonly string BeyondList = $"GitHub shows no lines beyond the first {MostListed:N0} files";

    /// <summary>Whether the list says that a file differs, but neither lines nor their number.</summary>
    public static bool ShowsNothing(FileReply file) =>
        string.IsNullOrEmpty(file.Patch) && file.Additions + file.Deletions == 0;

    public static Known<IReadOnlyList<ChangedFile>> Of(FileFacts facts)
    {
        var isWhole = facts.Old.IsWhole && facts.Now.IsWhole;
        if (!isWhole && facts.Listed.Count < facts.Counted)
            return new Known<IReadOnlyList<ChangedFile>>.Unknown(
                $"GitHub lists {facts.Listed.Count} of {facts.Counted} changed files and shows the repository's tree "
                + "only in part; split the change");

        var files = new List<ChangedFile>(facts.Listed.Count);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var listed in facts.Listed)
        {
            if (Find(listed, facts) is { } file)
                Tell(file, files, told);
            else if (!isWhole && listed.Status != "unchanged")
                return new Known<IReadOnlyList<ChangedFile>>.Unknown(
                    $"GitHub lists {listed.Filename} as {listed.Status}, which the trees of both sides do not show; "
                    + "run again");
        }

        if (isWhole)
            AddUntold(facts, files, told);
        return Known.Fact<IReadOnlyList<ChangedFile>>(files);
    }

    private static void Tell(ChangedFile file, List<ChangedFile> files, HashSet<string> told)
    {
        if (!told.Add(file.Path))
            return;
        if (file is { Change: FileChange.Renamed, Old: { } old })
            told.Add(old.Path);
        files.Add(file);
    }

    /// <summary>The listed file with both its sides; null where the trees say otherwise.</summary>
    private static ChangedFile? Find(FileReply listed, FileFacts facts)
    {
        var before = facts.Old.Find(listed.PreviousFilename ?? listed.Filename);
        var now = facts.Now.Find(listed.Filename);
        FileChange? change = (listed.Status, before, now) switch
        {
            ("added", null, not null) => FileChange.Added,
            ("removed", not null, null) => FileChange.Removed,
            ("renamed", not null, not null) when facts.Now.Find(before.Path) is null => FileChange.Renamed,
            ("copied", not null, not null) when facts.Old.Find(now.Path) is null => FileChange.Copied,
            ("modified" or "changed", { } old, not null) when old != now => CompareTrees.ChangeOf(old, now),
            _ => null,
        };
        if (change is not { } found || listed.Sha != (now ?? before)!.Blob.ToString())
            return null;

        var file = new ChangedFile
        {
            Change = found,
            Old = before,
            New = now,
            Added = listed.Additions,
            Removed = listed.Deletions,
        };
        var kind = facts.Kinds.GetValueOrDefault(listed.Sha);
        return ShowsNothing(listed) && kind is BlobKind.Binary && before?.Blob != now?.Blob
            ? file with { Binary = true }
            : file with { Patch = PatchOf(listed, file, kind) };
    }

    private static Known<Patch> PatchOf(FileReply listed, ChangedFile file, BlobKind kind)
    {
        if (!string.IsNullOrEmpty(listed.Patch))
            return Counted(PatchReader.Read(listed.Patch), listed);
        if (!ShowsNothing(listed))
            return new Known<Patch>.Unknown("GitHub finds its patch too large to show");
        if (file.Old?.Blob == file.New?.Blob || kind is BlobKind.Empty)
            return Known.Fact(Patch.Empty);
        return new Known<Patch>.Unknown(kind is BlobKind.Text
            ? "GitHub shows no lines of it, though it is text: .gitattributes may call it binary"
            : "GitHub shows no lines of it and does not say whether it is text");
    }

    /// <summary>A patch that was cut at the end of a hunk still has too few lines.</summary>
    private static Known<Patch> Counted(Known<Patch> patch, FileReply listed)
    {
        if (patch is not Known<Patch>.Fact { Value: var read })
            return patch;
        var (added, removed) = (0, 0);
        foreach (var hunk in read.Hunks)
            foreach (var line in hunk.Lines)
            {
                added += line.Side is LineSide.Added ? 1 : 0;
                removed += line.Side is LineSide.Removed ? 1 : 0;
            }

        return (added, removed) == (listed.Additions, listed.Deletions) ? patch : new Known<Patch>.Unknown(
            $"its patch adds {added} and removes {removed} lines, where GitHub counts {listed.Additions} and "
            + $"{listed.Deletions}");
    }

    /// <summary>What differs between the trees and was not listed, a rename as a file removed and one added.</summary>
    private static void AddUntold(FileFacts facts, List<ChangedFile> files, HashSet<string> told)
    {
        var reason = new Known<Patch>.Unknown(facts.Listed.Count >= MostListed ? BeyondList : Unlisted);
        files.AddRange(CompareTrees.Of(facts.Old, facts.Now)
            .Where(file => !told.Contains(file.Path))
            .Select(file => file with { Patch = reason }));
    }
}
