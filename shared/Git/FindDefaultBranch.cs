using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>A commit with the branch it was found by.</summary>
/// <param name="Name">The branch without `refs/heads/` or its remote; null for a commit without one.</param>
internal sealed record NamedCommit(string? Name, Sha Commit)
{
    public string Shown => Name ?? Commit.Short;
}

/// <summary>Finds the branch changes go into where nobody names one.</summary>
internal static class FindDefaultBranch
{
    private static readonly string[] Usual = ["main", "master", "trunk", "develop"];

    /// <summary>
    /// What the remote says (`origin/HEAD`, or the only other remote's), then `init.defaultBranch`, then the
    /// usual names; the remote's state of a branch before the local one, as that is what a pull request goes
    /// into. Null where there is none of these.
    /// </summary>
    public static async Task<NamedCommit?> In(GitRepository repository, CancellationToken cancellationToken)
    {
        var configured = repository.Setting("init.defaultBranch", cancellationToken);
        var heads = await repository.Refs(["refs/remotes/*/HEAD"], cancellationToken);
        var head = heads.FirstOrDefault(head => head.Name == "refs/remotes/origin/HEAD");
        if (head.Name is null && heads.Count == 1)
            head = heads[0];

        var candidates = new List<(string Name, string Ref)>();
        var remote = head.Name is null ? "refs/remotes/origin/" : head.Name[..^"HEAD".Length];
        if (head.Target is { } target && target.StartsWith(remote, StringComparison.Ordinal))
            candidates.Add((target[remote.Length..], target));
        foreach (var name in await configured is { Length: > 0 } first ? [first, .. Usual] : Usual)
            candidates.AddRange([(name, remote + name), (name, "refs/heads/" + name)]);

        var commits = await repository.Resolve(
            [.. candidates.Select(candidate => candidate.Ref)], cancellationToken);
        var found = commits.ToList().FindIndex(commit => commit is not null);
        return found < 0 ? null : new(candidates[found].Name, commits[found]!.Value);
    }
}
