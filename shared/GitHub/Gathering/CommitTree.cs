using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>The files of a commit, as far as they were read.</summary>
internal sealed class CommitTree
{
    private readonly Dictionary<string, TreeEntryReply> files;

    private CommitTree(Dictionary<string, TreeEntryReply> files, bool whole)
    {
        this.files = files;
        IsWhole = whole;
    }

    /// <summary>False where only some folders were read.</summary>
    public bool IsWhole { get; }

    /// <summary>Files, links and submodules; no folders.</summary>
    public IEnumerable<TreeEntryReply> Files => files.Values;

    public static CommitTree From(TreeReply reply)
    {
        var read = new Dictionary<string, TreeEntryReply>(reply.Tree.Length, StringComparer.Ordinal);
        foreach (var entry in reply.Tree)
            if (!entry.IsFolder)
                read[entry.Path] = entry;
        return new(read, !reply.Truncated);
    }

    /// <param name="folders">Paths without a final slash, empty for the top; null where there is no such
    /// folder.</param>
    public static CommitTree From(IEnumerable<KeyValuePair<string, FolderEntryReply[]?>> folders)
    {
        var read = new Dictionary<string, TreeEntryReply>(StringComparer.Ordinal);
        foreach (var (folder, entries) in folders)
            foreach (var entry in entries ?? [])
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                var mode = Convert.ToString(entry.Mode, 8).PadLeft(6, '0');
                var file = new TreeEntryReply(path, mode, entry.Oid.ToString());
                if (!file.IsFolder)
                    read[path] = file;
            }

        return new(read, whole: false);
    }

    /// <summary>Null where there is no file of that name.</summary>
    public FileVersion? Find(string path) => files.TryGetValue(path, out var entry) ? Version(entry) : null;

    public bool Contains(string path) => files.ContainsKey(path);

    /// <summary>Whether both commits have the same content and mode there, or neither has a file.</summary>
    public bool IsSameAt(string path, CommitTree other) =>
        files.TryGetValue(path, out var entry) == other.files.TryGetValue(path, out var theirs)
        && entry.Sha == theirs.Sha && entry.Mode == theirs.Mode;

    private static FileVersion Version(TreeEntryReply entry) =>
        Sha.TryParse(entry.Sha, out var blob)
            ? new(entry.Path, entry.Mode, blob)
            : throw new ForgeException(
                ForgeFailure.Unavailable, $"GitHub's tree names no object for {entry.Path}; run again.");
}
