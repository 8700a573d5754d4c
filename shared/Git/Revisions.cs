using ChangeSentinel.Yaml;

namespace ChangeSentinel.Git;

/// <summary>Finds the commits that people name.</summary>
internal sealed class Revisions(GitRepository repository, string? currentBranch)
{
    /// <summary>What `--head` names, or what is checked out.</summary>
    public async Task<NamedCommit> Head(string? typed, CancellationToken cancellationToken)
    {
        if (typed is not (null or "HEAD" or "@"))
            return await Find("--head", typed, cancellationToken);
        var commits = await repository.Resolve(["HEAD"], cancellationToken);
        return commits[0] is { } commit
            ? new(currentBranch, commit)
            : throw new GitException(
                GitFailure.NoCommits,
                $"the repository has no commit yet{(currentBranch is null ? "" : $" on '{currentBranch}'")}");
    }

    /// <summary>What `--base` names; shown as it was typed where it is no branch.</summary>
    public async Task<NamedCommit> Base(string typed, CancellationToken cancellationToken)
    {
        var found = await Find("--base", typed, cancellationToken);
        return found with { Name = found.Name ?? typed };
    }

    /// <summary>Says which revision of a range is none, with the nearest name.</summary>
    public async Task<GitException?> Unknown(IReadOnlyList<string> range, CancellationToken cancellationToken)
    {
        var typed = range.SelectMany(word => word.TrimStart('^').Split("..", StringSplitOptions.TrimEntries))
            .Select(word => word.TrimStart('.')).Where(word => word.Length > 0).ToList();
        var commits = await repository.Resolve(typed, cancellationToken);
        var wrong = commits.ToList().FindIndex(commit => commit is null);
        return wrong < 0 ? null : await NotFound("", typed[wrong], cancellationToken);
    }

    // A branch wins over a tag of its name: a tag can't stand in for the base.
    private async Task<NamedCommit> Find(string option, string typed, CancellationToken cancellationToken)
    {
        string[] names =
        [
            typed, "refs/heads/" + typed, "refs/remotes/" + typed, "refs/remotes/origin/" + typed,
        ];
        var commits = await repository.Resolve(names, cancellationToken);
        return commits switch
        {
            [_, { } branch, ..] => new(typed, branch),
            [_, _, { } remote, _] => new(WithoutRemote(typed), remote),
            [{ } commit, ..] => new(Branch(typed), commit),
            [_, _, _, { } origin] => new(typed, origin),
            _ => throw await NotFound(option, typed, cancellationToken),
        };
    }

    private static string? Branch(string full) => full switch
    {
        _ when full.StartsWith("refs/heads/", StringComparison.Ordinal) => full[11..],
        _ when full.StartsWith("refs/remotes/", StringComparison.Ordinal) => WithoutRemote(full[13..]),
        _ => null,
    };

    private static string WithoutRemote(string name) =>
        name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private async Task<GitException> NotFound(
        string option, string typed, CancellationToken cancellationToken)
    {
        var shown = typed.Length > 100 ? typed[..100] + "…" : typed;
        if (typed is "HEAD")
            return new(GitFailure.NoCommits, "the repository has no commit yet");
        var refs = await repository.Refs(["refs/heads", "refs/remotes", "refs/tags"], cancellationToken);
        var known = refs.Select(known => known.Name.Split('/', 3)[2]);
        var near = NearestName.Among(typed, known);
        var named = option.Length > 0 ? $"{option} '{shown}'" : $"'{shown}'";
        return new(
            GitFailure.UnknownRevision,
            $"{named} is not a commit in this repository{(near is null ? "" : $"; did you mean '{near}'?")}");
    }
}
