using System.Collections.Concurrent;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Reads what a change was at its former heads, each compared with the base once.</summary>
internal sealed class ReadFormerHeads(ReadCommits commits, ReadTrees trees, Sha target)
{
    /// <summary>Of more heads that were pushed away by force, nobody can say who wrote them.</summary>
    public const int MostReplaced = 100;

    private readonly ConcurrentDictionary<Sha, Lazy<Task<ComparedCommits>>> compared = new();

    /// <summary>The commits of those heads that the current one does not hold.</summary>
    /// <param name="current">The commits of the current head.</param>
    public async Task<Known<IReadOnlyList<CommitReply>>> Replaced(
        IReadOnlyList<Sha> former, IReadOnlyList<CommitReply> current)
    {
        var held = current.Select(commit => commit.Sha).ToHashSet();
        var replaced = former.Where(head => !held.Contains(head)).ToList();
        if (replaced.Count > MostReplaced)
            return Unknown(
                $"{replaced.Count} heads of it were pushed away by force, and at most {MostReplaced} are read; "
                + "open the pull request from a new branch");
        var read = await Attempt.Fact(
            Task.WhenAll(replaced.Select(Compare)),
            "a head that was pushed away by force",
            "open the pull request from a new branch");
        if (read is not Known<ComparedCommits[]>.Fact { Value: var heads })
            return Unknown(((Known<ComparedCommits[]>.Unknown)read).Reason);
        return heads.Select(head => head.Commits).OfType<Known<IReadOnlyList<CommitReply>>.Unknown>()
            .FirstOrDefault() ?? Known.Fact<IReadOnlyList<CommitReply>>(
                [.. heads.SelectMany(head => head.Commits.Or([])).DistinctBy(commit => commit.Sha)]);
    }

    /// <summary>The files of a former head against its own merge base, without their lines.</summary>
    /// <param name="alike">The current files: what they say was renamed is joined here too.</param>
    public Task<Known<IReadOnlyList<ChangedFile>>> Files(Sha head, IEnumerable<ChangedFile> alike) =>
        Attempt.Reading(Between(head, alike), $"what {head.Short} changed");

    private async Task<Known<IReadOnlyList<ChangedFile>>> Between(Sha head, IEnumerable<ChangedFile> alike)
    {
        var asked = trees.Of(head);
        var old = await trees.Of((await Compare(head)).Comparison.MergeBase);
        var now = await asked;
        return old.IsWhole && now.IsWhole
            ? Known.Fact(CompareTrees.Of(old, now, alike))
            : new Known<IReadOnlyList<ChangedFile>>.Unknown("GitHub shows the repository's tree only in part");
    }

    private Task<ComparedCommits> Compare(Sha head) =>
        compared.GetOrAdd(head, each => new(() => commits.Of(target, each))).Value;

    private static Known<IReadOnlyList<CommitReply>> Unknown(string reason) =>
        new Known<IReadOnlyList<CommitReply>>.Unknown(reason);
}
