namespace ChangeSentinel.GitHub;

/// <summary>Reads the files of a pull request: its list, and the trees of both sides.</summary>
internal sealed class ReadPullFiles(RepositoryDoor door, ReadObjects objects, CancellationToken cancellationToken)
{
    /// <summary>At most 3,000; what is missing, the trees tell.</summary>
    public Task<IReadOnlyList<FileReply>> Listed(int number, int? counted) => door.Api.List(
        door.At($"pulls/{number}/files"),
        GitHubReplies.Default.FileReplyArray,
        counted is { } count ? Math.Min(count, CombineFiles.MostListed) : null,
        cancellationToken);

    /// <summary>What the listed files without lines are; asked before the trees are known.</summary>
    public Task<IReadOnlyDictionary<string, BlobKind>> Kinds(IReadOnlyList<FileReply> listed) =>
        ReadBlobKinds.Of(listed, objects, cancellationToken);

    /// <summary>Both sides of the listed files; folder by folder where a tree is not shown whole.</summary>
    public static async Task<FileFacts> Sides(
        FileFacts facts, Comparison comparison, ReadTrees trees)
    {
        if ((facts.Old.IsWhole && facts.Now.IsWhole) || facts.Listed.Count < facts.Counted)
            return facts;
        string[] paths =
            [.. facts.Listed.SelectMany(file => new[] { file.Filename, file.PreviousFilename }).OfType<string>()];
        var old = facts.Old.IsWhole ? Task.FromResult(facts.Old) : trees.Folders(comparison.MergeBase, paths);
        var now = facts.Now.IsWhole ? Task.FromResult(facts.Now) : trees.Folders(comparison.Head, paths);
        return facts with { Old = await old, Now = await now };
    }
}
