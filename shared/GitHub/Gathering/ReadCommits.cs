using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Reads the commits that one side has and the other lacks.</summary>
/// <remarks>
/// The list of a pull request's commits ends at 250. Comparing the same two commits pages through all of them, side
/// branches included, and is exact whatever GitHub believes the pull request's base to be.
/// https://docs.github.com/en/rest/commits/commits#compare-two-commits
/// </remarks>
internal sealed class ReadCommits(RepositoryDoor door, CancellationToken cancellationToken)
{
    /// <summary>The list of a pull request's commits holds no more.</summary>
    public const int MostListed = 250;

    /// <summary>More commits than this are not read.</summary>
    public const int Most = 5_000;

    private const int PageSize = 100;

    /// <summary>Where both sides part. Only a first page carries changed files, so this asks for another.</summary>
    /// <param name="target">A branch or a commit.</param>
    public async Task<Comparison> Compare(string target, Sha head)
    {
        var reply = await Ask(target, head, "per_page=1&page=2");
        return new(reply.BaseCommit.Sha, reply.MergeBaseCommit.Sha, head, reply.TotalCommits);
    }

    /// <summary>The commits of a pull request as its own list has them, oldest first.</summary>
    public Task<IReadOnlyList<CommitReply>> Listed(int number, int? expected) => door.Api.List(
        door.At($"pulls/{number}/commits"), GitHubReplies.Default.CommitReplyArray, expected, cancellationToken);

    /// <summary>Both at once, for a head of which nothing is known yet.</summary>
    public async Task<ComparedCommits> Of(Sha target, Sha head)
    {
        var first = await Ask($"{target}", head, $"per_page={PageSize}&page=1");
        var comparison = new Comparison(first.BaseCommit.Sha, first.MergeBaseCommit.Sha, head, first.TotalCommits);
        return new(comparison, await Rest(comparison, first.Commits));
    }

    /// <summary>Every commit between the two, oldest first.</summary>
    public Task<Known<IReadOnlyList<CommitReply>>> Between(Comparison comparison) => Rest(comparison, null);

    /// <summary>Whether a list holds all of them.</summary>
    public static bool IsWhole(IReadOnlyList<CommitReply> commits, Comparison comparison) =>
        commits.DistinctBy(commit => commit.Sha).Count() == comparison.Total
        && (comparison.Total == 0 || commits.Any(commit => commit.Sha == comparison.Head));

    private async Task<Known<IReadOnlyList<CommitReply>>> Rest(Comparison comparison, CommitReply[]? first)
    {
        if (comparison.Total > Most)
            return new Known<IReadOnlyList<CommitReply>>.Unknown(
                $"{comparison.Head.Short} has {comparison.Total} commits that its base lacks, and at most {Most} are "
                + "read; split the change, or bring the branch up to date with its base");
        var pages = Enumerable.Range(1, (comparison.Total + PageSize - 1) / PageSize)
            .Skip(first is null ? 0 : 1)
            .Select(page => Ask($"{comparison.BaseCommit}", comparison.Head, $"per_page={PageSize}&page={page}"));
        IReadOnlyList<CommitReply> commits =
            [.. first ?? [], .. (await Task.WhenAll(pages)).SelectMany(page => page.Commits)];
        return IsWhole(commits, comparison)
            ? Known.Fact(commits)
            : new Known<IReadOnlyList<CommitReply>>.Unknown(
                $"GitHub shows {commits.Count} of the {comparison.Total} commits of {comparison.Head.Short}; "
                + "run again");
    }

    private Task<CompareReply> Ask(string target, Sha head, string page) => door.Api.Get(
        door.At($"compare/{RepositoryDoor.Escaped(target)}...{head}?{page}"),
        GitHubReplies.Default.CompareReply,
        cancellationToken);
}

/// <summary>A head compared with the base, and the commits in between, oldest first.</summary>
internal sealed record ComparedCommits(Comparison Comparison, Known<IReadOnlyList<CommitReply>> Commits);
