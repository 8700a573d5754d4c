using System.Runtime.CompilerServices;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>A local repository as a forge: one of its branches is a change.</summary>
public sealed class LocalForge(GitRepository repository)
{
    // Questions of one run go to one comparison: the head must not move between policy and facts.
    private readonly Dictionary<ChangeReference.LocalBranch, Comparison> compared = [];

    public GitRepository Repository => repository;

    /// <summary>Which two commits the reference means.</summary>
    /// <exception cref="GitException">A revision is unknown, or both have no commit in common.</exception>
    public async Task<Comparison> Comparing(
        ChangeReference.LocalBranch reference, CancellationToken cancellationToken)
    {
        if (compared.TryGetValue(reference, out var known))
            return known;
        return compared[reference] = await Compare.Commits(repository, reference, cancellationToken);
    }

    /// <summary>
    /// The policy the change is judged by: of the base, or else of the default branch; never of the head.
    /// </summary>
    /// <param name="candidates">Paths in order of precedence; a second one that exists is a remark.</param>
    public async Task<PolicyText> Policy(
        Comparison comparison, IReadOnlyList<string> candidates, CancellationToken cancellationToken)
    {
        var policy = await PolicyOf(comparison.BaseCommit, candidates, cancellationToken);
        if (policy.File is not null || comparison.DefaultCommit is not { } fallback
            || fallback == comparison.BaseCommit)
            return policy;
        policy = await PolicyOf(fallback, candidates, cancellationToken);
        return policy.File is not { } file ? policy : policy with
        {
            Remarks =
            [
                .. policy.Remarks,
                $"{comparison.Base} has no policy; {file.Path} of the default branch applies.",
            ],
        };
    }

    /// <summary>A text file of a commit; null where it has none there.</summary>
    /// <param name="path">Relative to the top, with `/`.</param>
    public async Task<SourceFile?> Text(Sha commit, string path, CancellationToken cancellationToken) =>
        (await GitObjects.Texts(repository, commit, [path], cancellationToken))[0];

    /// <summary>The files that hold the service graph, as the commit that is checked out has them.</summary>
    /// <exception cref="GitException">There is no commit yet.</exception>
    public async Task<Known<IReadOnlyList<SourceFile>>> Manifests(
        Func<ReadOnlySpan<char>, bool> wanted, CancellationToken cancellationToken)
    {
        var head = await new Revisions(repository, null).Head(null, cancellationToken);
        return await ReadManifests.At(repository, head.Commit, wanted, cancellationToken);
    }

    /// <summary>The commits of a range, in the order and while git prints them.</summary>
    /// <exception cref="GitException">A revision is unknown: the message names it and the nearest there
    /// is.</exception>
    public async IAsyncEnumerable<Commit> Commits(
        CommitRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in Batches(range, cancellationToken))
            foreach (var commit in batch)
                yield return commit;
    }

    /// <summary>The same in batches, for who works through very many.</summary>
    /// <inheritdoc cref="Commits"/>
    public IAsyncEnumerable<IReadOnlyList<Commit>> Batches(
        CommitRange range, CancellationToken cancellationToken) =>
        GitLog.Batches(repository, range, cancellationToken);

    /// <summary>Every fact about the change; what a clone lacks is unknown, with its reason.</summary>
    public async Task<Change> Gather(
        ChangeReference.LocalBranch reference, LocalGathering gathering, CancellationToken cancellationToken)
    {
        var comparison = await Comparing(reference, cancellationToken);
        var facts = new LocalFacts(repository, comparison);
        var files = facts.Files(cancellationToken);
        var commits = facts.Commits(cancellationToken);
        var manifests = facts.Manifests(gathering.Manifests, cancellationToken);
        var owners = facts.CodeOwners(comparison.BaseCommit, cancellationToken);
        var headOwners = facts.CodeOwners(comparison.Head, cancellationToken);
        var trace = facts.AgentTrace(cancellationToken);
        var uncommitted = facts.Uncommitted(reference, cancellationToken);
        await Task.WhenAll(files, commits, manifests, owners, headOwners, trace, uncommitted);

        var history = await commits;
        var (agentTrace, traceRemark) = await trace;
        return new()
        {
            Reference = reference,
            Base = comparison.Base,
            Branch = comparison.Branch,
            BaseCommit = comparison.BaseCommit,
            MergeBase = comparison.MergeBase,
            Head = comparison.Head,
            Opener = gathering.Author is { } login ? GitPeople.Account(login) : null,
            Title = history.Or([]) is [.., var last] ? last.Subject : "",
            Files = await files,
            Commits = history,
            Pushers = LocalFacts.Pushers(history),
            Membership = Membership.Unreadable("a local repository has no teams or roles"),
            CodeOwners = await owners,
            HeadCodeOwners = await headOwners,
            Manifests = await manifests,
            AgentTrace = agentTrace,
            Remarks = [.. comparison.Remarks, .. new[] { traceRemark, await uncommitted }.OfType<string>()],
        };
    }

    private async Task<PolicyText> PolicyOf(
        Sha commit, IReadOnlyList<string> candidates, CancellationToken cancellationToken)
    {
        var found = (await GitObjects.Texts(repository, commit, candidates, cancellationToken))
            .OfType<SourceFile>().ToList();
        return found is [] ? new(null) : new PolicyText(found[0])
        {
            Commit = commit,
            Remarks =
            [
                .. found.Skip(1).Select(second => $"{second.Path} is not read: {found[0].Path} comes first."),
            ],
        };
    }
}
