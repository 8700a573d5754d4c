using static ChangeSentinel.Fake.GraphQl.Schema;

namespace ChangeSentinel.Fake.GraphQl;

/// <summary>A merge queue of a branch.</summary>
internal sealed record Queue(Repository Repository, string Branch, IList<QueueEntry> Entries);

/// <summary>Pull requests and the queue they wait in.</summary>
internal static class PullTypes
{
    public static IReadOnlyList<GraphType> All { get; } =
    [
        new("PullRequest", new Dictionary<string, GraphField>
        {
            ["id"] = Scalar<PullRequest>(one => AccountShape.NodeId("PR", one.Id)),
            ["databaseId"] = Scalar<PullRequest>(one => one.Id),
            ["number"] = Scalar<PullRequest>(one => one.Number),
            ["title"] = Scalar<PullRequest>(one => one.Title),
            ["headRefOid"] = Scalar<PullRequest>(one => one.HeadSha),
            ["headRefName"] = Scalar<PullRequest>(one => one.HeadRef),
            ["baseRefOid"] = Scalar<PullRequest>(one => one.BaseSha),
            ["baseRefName"] = Scalar<PullRequest>(one => one.BaseRef),
            ["isDraft"] = Scalar<PullRequest>(one => one.Draft),
            ["isCrossRepository"] = Scalar<PullRequest>(one => one.HeadRepository != one.Repository),
            ["state"] = Scalar<PullRequest>(one => one.MergedAt is null ? one.State.ToUpperInvariant() : "MERGED"),
            ["merged"] = Scalar<PullRequest>(one => one.MergedAt is not null),
            ["changedFiles"] = Scalar<PullRequest>(one => one.Files.Count),
            ["additions"] = Scalar<PullRequest>(one => one.Files.Sum(file => file.Additions)),
            ["deletions"] = Scalar<PullRequest>(one => one.Files.Sum(file => file.Deletions)),
            ["author"] = Object<PullRequest>("Actor", (_, one) => one.Author),
            ["headRepository"] = Object<PullRequest>("Repository", (_, one) => one.HeadRepository),
            ["labels"] = Page<PullRequest>("LabelConnection", (_, one) => one.Labels),
        }),
        new("MergeQueue", new Dictionary<string, GraphField>
        {
            ["id"] = Scalar<Queue>(one => AccountShape.NodeId("MQ", one.Branch)),
            ["entries"] = Page<Queue>("MergeQueueEntryConnection", (_, one) =>
                one.Entries.Select((entry, index) => new Waiting(one.Repository, entry, index + 1))),
        }),
        new("MergeQueueEntry", new Dictionary<string, GraphField>
        {
            ["id"] = Scalar<Waiting>(one => AccountShape.NodeId("MQE", one.Entry.HeadCommit)),
            ["position"] = Scalar<Waiting>(one => one.Position),
            ["state"] = Scalar<Waiting>(one => one.Entry.State),
            ["headCommit"] = Object<Waiting>("Commit", (_, one) => Commit(one, one.Entry.HeadCommit)),
            ["baseCommit"] = Object<Waiting>("Commit", (_, one) => Commit(one, one.Entry.BaseCommit)),
            ["pullRequest"] = Object<Waiting>("PullRequest", (_, one) => one.Entry.Pull),
        }),
        Pages("MergeQueueEntryConnection", "MergeQueueEntry"),
    ];

    private static Stored Commit(Waiting entry, string id) => new(entry.Repository, entry.Repository.Objects.Find(id)!, "");

    /// <param name="Position">Starts at one.</param>
    private sealed record Waiting(Repository Repository, QueueEntry Entry, int Position);
}
