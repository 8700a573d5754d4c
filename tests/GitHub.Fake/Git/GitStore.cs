using System.Text;

namespace ChangeSentinel.Fake.Git;

/// <summary>An entry of a tree; the path is from the tree that was asked.</summary>
public sealed record TreeEntry(string Path, string Mode, string Kind, string Id)
{
    /// <summary>Bytes of a blob; null for trees and submodules.</summary>
    public long? Size { get; init; }
}

/// <summary>
/// The objects of a repository and all its forks: a real bare git repository in a folder of its own. Branches are
/// not kept here, since every fork has its own.
/// </summary>
public sealed class GitStore : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("fake-github-").FullName;
    private readonly CatFile objects;
    private readonly Dictionary<string, object> remembered = new(StringComparer.Ordinal);

    public GitStore()
    {
        GitCommand.Text(directory, "init", "--bare", "--quiet", "--template=");
        objects = new(directory);
    }

    /// <summary>Null where there is no such object.</summary>
    /// <param name="name">A full id, or `ID:path`.</param>
    public GitObject? Find(string name) => objects.Read(name);

    public CommitObject? FindCommit(string id) =>
        IsId(id) && Find(id) is { Kind: "commit" } found ? CommitObject.Read(found) : null;

    public CommitObject Commit(string id) =>
        FindCommit(id) ?? throw new InvalidOperationException($"{id} is not a commit of this repository.");

    /// <summary>Makes commits, each on the one before it.</summary>
    /// <param name="parent">What the first one stands on; null for a root.</param>
    public IReadOnlyList<string> Write(string? parent, IReadOnlyList<NewCommit> commits, DateTimeOffset at) =>
        WriteCommits.Onto(directory, parent, commits, at);

    /// <summary>Null where the two have no common ancestor.</summary>
    public string? MergeBase(string one, string other) =>
        Remember($"base {one} {other}", () => GitCommand.Try(directory, "merge-base", one, other) ?? "") is { Length: > 0 } id
            ? id : null;

    /// <summary>The commits of `to` that `from` does not have, newest first.</summary>
    public IReadOnlyList<string> Ahead(string from, string to) => Remember(
        $"ahead {from} {to}", () => (IReadOnlyList<string>)Lines("rev-list", "--topo-order", $"{from}..{to}"));

    /// <summary>Every commit reachable, newest first; those that touched a path where one is given.</summary>
    public IReadOnlyList<string> History(string head, string? path) => Remember(
        $"history {head} {path}",
        () => (IReadOnlyList<string>)(path is null ? Lines("rev-list", head) : Lines("rev-list", head, "--", path)));

    /// <summary>The files that differ, in git's order, renames found.</summary>
    public IReadOnlyList<FileDiff> Diff(string from, string to) =>
        Remember($"diff {from} {to}", () => ReadDiff.Between(directory, from, to));

    /// <summary>The files a commit changes against its first parent; all of them for a root.</summary>
    public IReadOnlyList<FileDiff> DiffOf(CommitObject commit) =>
        Diff(commit.Parents.Count > 0 ? commit.Parents[0] : EmptyTree(), commit.Id);

    /// <summary>The entries of a tree or of a commit's tree; with folders of every depth where recursive.</summary>
    public IReadOnlyList<TreeEntry> Tree(string id, bool recursive) => Remember(
        $"tree {id} {recursive}",
        () => (IReadOnlyList<TreeEntry>)[.. Entries(recursive ? ["-r", "-t", id] : [id])]);

    /// <summary>Whether the text has the form of a full object id.</summary>
    public static bool IsId(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigitLower);

    public void Dispose()
    {
        objects.Dispose();
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories))
            file.IsReadOnly = false;
        Directory.Delete(directory, recursive: true);
    }

    private string EmptyTree() =>
        Encoding.ASCII.GetString(GitCommand.Run(directory, default, "hash-object", "-w", "-t", "tree", "--stdin"))
            .TrimEnd('\n');

    private IEnumerable<TreeEntry> Entries(string[] what)
    {
        var listing = Encoding.UTF8.GetString(
            GitCommand.Run(directory, default, ["ls-tree", "-l", "-z", "--full-tree", .. what]));
        foreach (var line in listing.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // 100644 blob ID    SIZE<tab>PATH
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var parts = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return new(line[(tab + 1)..], parts[0], parts[1], parts[2])
            {
                Size = long.TryParse(parts[3], out var size) ? size : null,
            };
        }
    }

    private string[] Lines(params string[] arguments) =>
        GitCommand.Text(directory, arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Objects never change, so what is computed from their ids is computed once.</summary>
    private T Remember<T>(string key, Func<T> compute)
        where T : class
    {
        if (remembered.TryGetValue(key, out var known))
            return (T)known;
        var computed = compute();
        remembered[key] = computed;
        return computed;
    }
}
