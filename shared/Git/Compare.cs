using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Chooses the two commits a local branch is judged by.</summary>
internal static class Compare
{
    private const string Deepen = "fetch the rest: git fetch --unshallow";

    private const string Shallow =
        $"This clone is shallow: history beyond what was fetched is not seen; {Deepen}.";

    private const string NoDefault =
        "No default branch was found (origin/HEAD, init.defaultBranch, main, master), so the last commit " +
        "is compared with its parent; name a base with --base.";

    public static async Task<Comparison> Commits(
        GitRepository repository, ChangeReference.LocalBranch reference, CancellationToken cancellationToken)
    {
        var current = repository.CurrentBranch(cancellationToken);
        var fallback = await FindDefaultBranch.In(repository, cancellationToken);
        var revisions = new Revisions(repository, await current);
        var head = await revisions.Head(reference.Head, cancellationToken);
        var target = reference.Base is { } named ? await revisions.Base(named, cancellationToken) : fallback;
        if (target is null)
            return await LastCommit(repository, head, null, cancellationToken);
        if (reference.Base is null && (head.Name == target.Name || head.Commit == target.Commit))
            return await LastCommit(repository, head, target.Name, cancellationToken);
        var comparison = await Against(repository, head, target, cancellationToken);
        return comparison with { DefaultCommit = fallback?.Commit };
    }

    private static async Task<Comparison> Against(
        GitRepository repository, NamedCommit head, NamedCommit target, CancellationToken cancellationToken)
    {
        var bases = await repository.MergeBases(target.Commit, head.Commit, cancellationToken);
        if (bases.Count == 0 && repository.ShallowCommits.Count == 0)
            throw new GitException(
                GitFailure.UnrelatedHistories,
                $"{head.Shown} and {target.Shown} have no commit in common; name a related base with --base");

        var remarks = new List<string>();
        if (repository.ShallowCommits.Count > 0)
            remarks.Add(Shallow);
        if (bases.Count > 1)
            remarks.Add(
                $"{head.Shown} and {target.Shown} have {bases.Count} merge bases; " +
                $"the first, {bases[0].Short}, is used.");
        if (bases.Count > 0 && bases[0] == head.Commit)
            remarks.Add($"Every commit of {head.Shown} is already in {target.Shown}.");
        return new()
        {
            Base = target.Shown,
            Branch = head.Shown,
            BaseCommit = target.Commit,
            MergeBase = bases.Count > 0 ? bases[0] : target.Commit,
            Head = head.Commit,
            Truncated = bases.Count > 0 ? null
                : $"the clone is shallow and does not reach the merge base with {target.Shown}; {Deepen}",
            Remarks = remarks,
        };
    }

    private static async Task<Comparison> LastCommit(
        GitRepository repository, NamedCommit head, string? name, CancellationToken cancellationToken)
    {
        var parents = await repository.Resolve([$"{head.Commit}^1"], cancellationToken);
        if (parents[0] is null && repository.ShallowCommits.Contains(head.Commit))
            throw new GitException(
                GitFailure.MissingObject,
                $"the clone is shallow and lacks the parent of {head.Commit.Short}; {Deepen}");

        var parent = parents[0] ?? repository.EmptyTree;
        var place = head.Name == name ? $"{name} is the default branch" : $"{head.Shown} is where {name} is";
        var why = name is null ? NoDefault : $"{place}, so its last commit is compared with its parent.";
        return new()
        {
            Base = name ?? (parents[0] is { } known ? known.Short : "nothing"),
            Branch = head.Shown,
            BaseCommit = parent,
            MergeBase = parent,
            Head = head.Commit,
            LastCommit = true,
            Remarks = repository.ShallowCommits.Count > 0 ? [why, Shallow] : [why],
        };
    }
}
