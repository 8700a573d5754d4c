using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;

namespace ChangeSentinel.Action.Verbs;

/// <summary>A policy with what explaining a path needs beside it: CODEOWNERS and the service graph.</summary>
/// <remarks>For one path after the other, on one thread.</remarks>
internal sealed record ExplainedPolicy(Policy Policy, CodeOwners CodeOwners, ServiceGraph Graph)
{
    private static readonly string[] OwnersFiles = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    private readonly Func<string, PathTier?> deciding = Policy.Paths.Lookup();
    private readonly Func<string, PathTier?>? decidingInBaseline = Policy.BaselinePaths?.Lookup();
    private readonly Func<string, IReadOnlyList<string>> owning = CodeOwners.Lookup();

    /// <param name="policy">The policy that is explained.</param>
    /// <param name="root">The folder its paths are relative to.</param>
    /// <param name="cancellationToken">Stops reading manifests.</param>
    public static async Task<ExplainedPolicy> Of(Policy policy, string root, CancellationToken cancellationToken)
    {
        var owners = policy.Paths.Lines.All(line => line.Owners.Count > 0)
            ? null
            : OwnersFiles.Select(path => FindPolicy.Text(root, path)).FirstOrDefault(file => file is not null);
        return new(
            policy,
            owners is null ? CodeOwners.None : CodeOwners.Parse(owners.Text),
            await Services(policy, root, cancellationToken));
    }

    /// <summary>The same for another thread.</summary>
    public ExplainedPolicy Again() => new(Policy, CodeOwners, Graph);

    /// <summary>The line that decides, with the higher tier of a baseline; null where none matches.</summary>
    public PathTier? Deciding(string path) => deciding(InRepository(path));

    public IReadOnlyList<PathTier> All(string path) => Policy.Paths.All(InRepository(path));

    /// <summary>The higher of the policy's and the baseline's tier.</summary>
    public Tier TierOf(string path, PathTier? line)
    {
        var own = line?.Tier ?? Policy.Tiers.Top;
        return decidingInBaseline?.Invoke(InRepository(path)) is { } baseline && baseline.Tier > own
            ? baseline.Tier
            : own;
    }

    public IReadOnlyList<string> OwnersOf(string path, PathTier? line) =>
        line is { Owners.Count: > 0 } ? line.Owners : owning(InRepository(path));

    public IReadOnlyList<string> ServicesOf(string path) =>
        Graph.Services.Count == 0 ? [] : Graph.Touched([InRepository(path)]);

    private static string InRepository(string path) =>
        path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path.TrimStart('/');

    private static async Task<ServiceGraph> Services(Policy policy, string root, CancellationToken cancellationToken)
    {
        var graph = policy.Discover.Count == 0
            ? BuildGraph.From(policy.Services, policy.Discover.ToHashSet(), Known.Fact<IReadOnlyList<SourceFile>>([]))
            : await ReadGraph.At(root, policy, cancellationToken);
        return graph is Known<ServiceGraph>.Fact { Value: var known } ? known : new([]);
    }
}
