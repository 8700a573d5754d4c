using ChangeSentinel.Changes;
using ChangeSentinel.Git;
using ChangeSentinel.Policies;
using ChangeSentinel.Services;

namespace ChangeSentinel.Action.Verbs;

/// <summary>Reads the service graph as the last commit holds it.</summary>
internal static class ReadGraph
{
    /// <summary>By the policy's own services and what it discovers.</summary>
    public static Task<Known<ServiceGraph>> At(string directory, Policy policy, CancellationToken cancellationToken) =>
        At(directory, policy.Services, policy.Discover.ToHashSet(), cancellationToken);

    public static async Task<Known<ServiceGraph>> At(
        string directory,
        IReadOnlyList<Service> declared,
        IReadOnlySet<Ecosystem> discover,
        CancellationToken cancellationToken)
    {
        if (discover.Count == 0)
            return BuildGraph.From(declared, discover, Known.Fact<IReadOnlyList<SourceFile>>([]));

        var forge = new LocalForge(await GitRepository.Open(directory, cancellationToken));
        var manifests = await forge.Manifests(
            path => Manifests.Reading(path).Overlaps(discover), cancellationToken);
        return BuildGraph.From(declared, discover, manifests);
    }
}
