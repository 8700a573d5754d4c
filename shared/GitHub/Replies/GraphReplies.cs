using System.Text.Json.Serialization;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Who asks, and the git objects that were asked for by name.</summary>
/// <param name="Objects">By alias; a value is null where there is no such object.</param>
internal sealed record ObjectsReply(
    ViewerReply? Viewer = null, Dictionary<string, ObjectReply?>? Objects = null);

internal sealed record ViewerReply(string? Login = null);

/// <summary>A git object; of its fields those that its kind has and that were asked for.</summary>
internal sealed record ObjectReply(Sha Oid)
{
    /// <summary>Blob, Commit, Tree or Tag.</summary>
    [JsonPropertyName("__typename")]
    public string? Kind { get; init; }

    public string? Text { get; init; }

    public long? ByteSize { get; init; }

    /// <summary>By its content alone; null where GitHub can't tell.</summary>
    public bool? IsBinary { get; init; }

    public bool? IsTruncated { get; init; }

    /// <summary>The tree of a commit.</summary>
    public ObjectReply? Tree { get; init; }

    public FolderEntryReply[]? Entries { get; init; }
}

/// <summary>An entry of one folder.</summary>
/// <param name="Mode">The number that git writes in octal digits.</param>
internal sealed record FolderEntryReply(string Name, Sha Oid, int Mode);

/// <summary>Which labels exist.</summary>
/// <param name="Labels">By alias; null where there is none of that name.</param>
internal sealed record LabelsReply(Dictionary<string, LabelReply?>? Labels = null);

internal sealed record QueueReply(QueueRepositoryReply? Repository = null);

/// <param name="MergeQueue">Null where the branch has none.</param>
internal sealed record QueueRepositoryReply(MergeQueueReply? MergeQueue = null);

internal sealed record MergeQueueReply(QueueEntriesReply Entries);

internal sealed record QueueEntriesReply(PageInfoReply PageInfo, QueueEntryReply[] Nodes);

internal sealed record PageInfoReply(bool HasNextPage, string? EndCursor = null);

/// <summary>A pull request in the queue.</summary>
/// <param name="Position">From one.</param>
/// <param name="HeadCommit">The commit of its merge group; null before that is made.</param>
internal sealed record QueueEntryReply(
    int Position, ObjectReply? HeadCommit = null, QueuedPullReply? PullRequest = null);

internal sealed record QueuedPullReply(int Number, Sha HeadRefOid);
