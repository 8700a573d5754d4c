using System.Text.Json;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>A pull request in a merge queue, with the head it has there.</summary>
public sealed record QueuedPull(int Number, Sha Head);

/// <summary>Finds the members of a merge group in the queue of its branch.</summary>
internal sealed class ReadMergeGroup(RepositoryDoor door, CancellationToken cancellationToken)
{
    /// <summary>A queue longer than this many pages of 100 is not read.</summary>
    private const int MostPages = 20;

    private const string Document =
        "query($owner:String!,$name:String!,$branch:String!,$after:String){repository(owner:$owner,name:$name){"
        + "mergeQueue(branch:$branch){entries(first:100,after:$after){pageInfo{hasNextPage endCursor}"
        + "nodes{position headCommit{oid}pullRequest{number headRefOid}}}}}}";

    /// <exception cref="ForgeException">GraphQL did not answer.</exception>
    public async Task<Known<IReadOnlyList<QueuedPull>>> Of(string branch, Sha groupHead)
    {
        var entries = new List<QueueEntryReply>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await Ask(branch, after);
            if (reply.Repository?.MergeQueue is not { Entries: var read })
                return new Known<IReadOnlyList<QueuedPull>>.Unknown(
                    $"GitHub shows no merge queue of {branch} to this token; give it 'merge-queues: read'");
            entries.AddRange(read.Nodes);
            if (!read.PageInfo.HasNextPage)
                break;
            after = read.PageInfo.EndCursor;
        }

        return UpTo(entries, groupHead);
    }

    /// <summary>Every entry up to the one the group was made for, by position.</summary>
    public static Known<IReadOnlyList<QueuedPull>> UpTo(IEnumerable<QueueEntryReply> entries, Sha groupHead)
    {
        var ordered = entries.OrderBy(entry => entry.Position).ToList();
        var last = ordered.FindIndex(entry => entry.HeadCommit?.Oid == groupHead);
        if (last < 0)
            return new Known<IReadOnlyList<QueuedPull>>.Unknown(
                $"no entry of the merge queue has the head {groupHead.Short}; the group may be gone");
        var members = ordered.Take(last + 1).Select(entry => entry.PullRequest).ToList();
        return members.Contains(null)
            ? new Known<IReadOnlyList<QueuedPull>>.Unknown("GitHub does not show every pull request of the group")
            : Known.Fact<IReadOnlyList<QueuedPull>>(
                [.. members.OfType<QueuedPullReply>().Select(pull => new QueuedPull(pull.Number, pull.HeadRefOid))]);
    }

    private Task<QueueReply> Ask(string branch, string? after)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["owner"] = door.Owner,
            ["name"] = door.Name,
            ["branch"] = branch,
            ["after"] = after,
        };
        return door.Api.Query(
            Document,
            JsonSerializer.SerializeToUtf8Bytes(variables, GitHubGraph.Default.DictionaryStringString),
            GitHubGraph.Default.QueueReply,
            cancellationToken);
    }
}
