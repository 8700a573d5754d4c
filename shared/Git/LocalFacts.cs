using System.Diagnostics;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>The facts of one comparison, each read by its own question.</summary>
internal sealed class LocalFacts(GitRepository repository, Comparison comparison)
{
    private const int CommitLimit = 50_000;
    private const string TracePath = ".agent-trace/traces.jsonl";

    // The three places GitHub looks in, in its order.
    private static readonly string[] OwnersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    public async Task<Known<IReadOnlyList<ChangedFile>>> Files(CancellationToken cancellationToken) =>
        comparison.Truncated is { } reason
            ? new Known<IReadOnlyList<ChangedFile>>.Unknown(reason)
            : Known.Fact(await ReadDiff.Between(
                repository, comparison.MergeBase, comparison.Head, cancellationToken));

    public async Task<Known<IReadOnlyList<Commit>>> Commits(CancellationToken cancellationToken)
    {
        if (comparison.Truncated is { } reason)
            return new Known<IReadOnlyList<Commit>>.Unknown(reason);
        string[] revisions = comparison.BaseCommit == repository.EmptyTree
            ? [$"{comparison.Head}"] : [$"{comparison.Head}", $"^{comparison.BaseCommit}"];
        var range = new CommitRange(revisions) { OldestFirst = true };
        var commits = new List<Commit>();
        await foreach (var batch in GitLog.Batches(repository, range, cancellationToken))
        {
            commits.AddRange(batch);
            if (commits.Count > CommitLimit)
                return new Known<IReadOnlyList<Commit>>.Unknown(
                    $"the change has more than {CommitLimit} commits; name a nearer base");
        }

        return commits.Find(commit => repository.ShallowCommits.Contains(commit.Sha)) is { } cut
            ? new Known<IReadOnlyList<Commit>>.Unknown(
                $"the clone is shallow and its history breaks off inside the change, at {cut.Sha.Short}; " +
                "fetch the rest: git fetch --unshallow")
            : Known.Fact<IReadOnlyList<Commit>>(commits);
    }

    /// <summary>Who committed: a local repository has no pushers.</summary>
    public static Known<IReadOnlyList<Person>> Pushers(Known<IReadOnlyList<Commit>> commits) => commits switch
    {
        Known<IReadOnlyList<Commit>>.Fact(var known) => Known.Fact(GitPeople.Pushers(known)),
        Known<IReadOnlyList<Commit>>.Unknown(var reason) => new Known<IReadOnlyList<Person>>.Unknown(reason),
        _ => throw new UnreachableException(),
    };

    public Task<Known<IReadOnlyList<SourceFile>>> Manifests(
        Func<ReadOnlySpan<char>, bool>? wanted, CancellationToken cancellationToken) =>
        ReadManifests.At(repository, comparison.BaseCommit, wanted, cancellationToken);

    public async Task<Known<SourceFile?>> CodeOwners(Sha commit, CancellationToken cancellationToken)
    {
        try
        {
            var files = await GitObjects.Texts(repository, commit, OwnersPaths, cancellationToken);
            return Known.Fact(files.FirstOrDefault(file => file is not null));
        }
        catch (GitException failure) when (failure.Failure is GitFailure.TooLarge)
        {
            return new Known<SourceFile?>.Unknown(failure.Message);
        }
    }

    /// <summary>The Agent Trace records of the head, or a remark why they are not read.</summary>
    public async Task<(string? Text, string? Remark)> AgentTrace(CancellationToken cancellationToken)
    {
        try
        {
            var files = await GitObjects.Texts(repository, comparison.Head, [TracePath], cancellationToken);
            return (files[0]?.Text, null);
        }
        catch (GitException failure) when (failure.Failure is GitFailure.TooLarge)
        {
            return (null, $"The agents' traces were not read: {failure.Message}.");
        }
    }

    /// <summary>A remark where the work tree holds changes of its own; null otherwise.</summary>
    public async Task<string?> Uncommitted(
        ChangeReference.LocalBranch reference, CancellationToken cancellationToken)
    {
        if (reference.Head is not null && await Checked(cancellationToken) != comparison.Head)
            return null;
        return await repository.IsDirty(cancellationToken)
            ? "Uncommitted changes are not judged: only what is committed is." : null;
    }

    private async Task<Sha?> Checked(CancellationToken cancellationToken) =>
        (await repository.Resolve(["HEAD"], cancellationToken))[0];
}
