using System.Collections.Concurrent;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Reads trees with everything below them, each once.</summary>
internal sealed class ReadTrees(RepositoryDoor door, ReadObjects objects, CancellationToken cancellationToken)
{
    /// <summary>More folders than this are not read one by one.</summary>
    public const int MostFolders = 1_000;

    private readonly ConcurrentDictionary<Sha, Lazy<Task<CommitTree>>> asked = new();

    /// <summary>Not whole where GitHub leaves entries out.</summary>
    public Task<CommitTree> Of(Sha commit) =>
        asked.GetOrAdd(commit, each => new(async () => CommitTree.From(await Ask(each.ToString())))).Value;

    /// <summary>
    /// The tree of a branch's tip, asked by the branch's name before its tip is known: by the id only where the name
    /// led elsewhere.
    /// </summary>
    /// <param name="tip">What the branch points to.</param>
    public async Task<CommitTree> OfBranch(string branch, Task<BranchTip> tip)
    {
        var byName = Attempt.Fact(Ask(RepositoryDoor.Escaped(branch)), "the tree of the base branch");
        var (commit, tree) = await tip;
        if (await byName is not Known<TreeReply>.Fact { Value: var read } || (read.Sha != commit && read.Sha != tree))
            return await Of(commit);
        return await asked.GetOrAdd(commit, _ => new(() => Task.FromResult(CommitTree.From(read)))).Value;
    }

    /// <summary>
    /// The folders of these files alone, for a tree too large for one answer: a whole path names an object to
    /// GraphQL, so that depth costs no round trips.
    /// </summary>
    /// <exception cref="ForgeException">They are more than are read.</exception>
    public async Task<CommitTree> Folders(Sha commit, IEnumerable<string> paths)
    {
        var folders = paths.Select(path => path[..Math.Max(path.LastIndexOf('/'), 0)])
            .ToHashSet(StringComparer.Ordinal);
        if (folders.Count > MostFolders)
            throw new ForgeException(
                ForgeFailure.TooLarge,
                $"The change touches {folders.Count} folders of a tree that GitHub does not show whole, and at most "
                + $"{MostFolders} are read one by one.");
        var found = await objects.Of(
            [.. folders.Select(folder => $"{commit}:{folder}")], ObjectFields.Folder, cancellationToken);
        return CommitTree.From(folders.Select(
            folder => KeyValuePair.Create(folder, found[$"{commit}:{folder}"]?.Entries)));
    }

    private Task<TreeReply> Ask(string treeish) => door.Api.Get(
        door.At($"git/trees/{treeish}?recursive=1"), GitHubReplies.Default.TreeReply, cancellationToken);
}

/// <summary>What a branch points to.</summary>
/// <param name="Tree">The commit's tree; null where GitHub did not say.</param>
internal sealed record BranchTip(Sha Commit, Sha? Tree);
