using ChangeSentinel.Changes;

namespace ChangeSentinel.Services;

/// <summary>
/// Makes the service graph of what the policy declares and what the manifests of the tree say.
/// </summary>
/// <remarks>
/// Names: a discovered service is called what its ecosystem calls it. Where two of one ecosystem share a
/// name, both go by the long one (a project's path, `folder/service`). Where two ecosystems use one name they
/// mean one service, which is merged: its paths, dependencies and owners are united. A declared service
/// replaces what is discovered under its name. A dependency on a name that is neither declared nor discovered
/// is a thing from elsewhere and draws no edge.
/// </remarks>
public static class BuildGraph
{
    /// <summary>More dependencies than this make the graph unknown.</summary>
    public const int MostEdges = 1_000_000;

    internal const string TooManyEdges = "brings the dependencies to over a million, which is the limit";

    /// <param name="discover">The ecosystems to read; where empty, manifests do not matter.</param>
    /// <param name="manifests">Files of the base tree; those that no chosen ecosystem reads are passed
    /// over.</param>
    public static Known<ServiceGraph> From(
        IReadOnlyList<Service> declared,
        IReadOnlySet<Ecosystem> discover,
        Known<IReadOnlyList<SourceFile>> manifests)
    {
        if (discover.Count == 0)
            return Known.Fact(new ServiceGraph(MergeServices.ByName(declared)));
        if (manifests is not Known<IReadOnlyList<SourceFile>>.Fact { Value: var files })
            return Unknown(((Known<IReadOnlyList<SourceFile>>.Unknown)manifests).Reason);

        var chosen = files.Where(file => Manifests.Reading(file.Path).Overlaps(discover)).ToList();
        return Excess(chosen) is { } excess ? Unknown(excess) : Discovered(declared, discover, chosen);
    }

    private static Known<ServiceGraph> Discovered(
        IReadOnlyList<Service> declared, IReadOnlySet<Ecosystem> discover, IReadOnlyList<SourceFile> files)
    {
        var names = declared.Select(service => service.Name).ToHashSet(StringComparer.Ordinal);
        var faults = new List<ManifestFault>();
        var found = new List<Service>();
        foreach (var ecosystem in EcosystemNames.All.Where(discover.Contains))
        {
            var discovery = Read(
                ecosystem, [.. files.Where(file => Manifests.Reading(file.Path).Contains(ecosystem))]);
            faults.AddRange(discovery.Faults);
            found.AddRange(SettleNames.Of(discovery.Services, names));
        }

        if (faults.Count > 0)
            return Unknown(Reason(faults));
        var services = MergeServices.ByName(
            [.. declared, .. found.Where(service => !names.Contains(service.Name))]);
        return services.Sum(service => (long)service.DependsOn.Count) > MostEdges
            ? Unknown("the tree draws more than a million dependencies, which is the limit")
            : Known.Fact(new ServiceGraph(services));
    }

    private static Discovery Read(Ecosystem ecosystem, IReadOnlyList<SourceFile> files) => ecosystem switch
    {
        Ecosystem.Backstage => Backstage.Read(files),
        Ecosystem.MsBuild => MsBuild.Read(files),
        Ecosystem.Npm => Npm.Read(files),
        Ecosystem.Go => Go.Read(files),
        Ecosystem.Compose => Compose.Read(files),
    };

    private static string? Excess(List<SourceFile> files)
    {
        if (files.Count > Manifests.MostFiles)
            return $"the tree holds {files.Count:N0} manifests, more than the limit of " +
                $"{Manifests.MostFiles:N0}";
        if (files.FirstOrDefault(file => file.Text.Length > Manifests.MostBytes) is { } tooLong)
            return $"{tooLong.Path} is longer than 1 MiB, which is the limit for a manifest";
        return files.Sum(file => (long)file.Text.Length) > Manifests.MostBytesTogether
            ? "the manifests of the tree are together longer than " +
                $"{Manifests.MostBytesTogether >> 20} MiB, which is the limit"
            : null;
    }

    private static string Reason(List<ManifestFault> faults)
    {
        var first = faults.OrderBy(fault => fault.Place.File, StringComparer.Ordinal).First();
        var others = faults.Select(fault => fault.Place.File).Distinct(StringComparer.Ordinal).Count() - 1;
        var more = others switch
        {
            0 => "",
            1 => ", and one more manifest can't be read",
            _ => $", and {others:N0} more manifests can't be read",
        };
        return $"{first.Place} {first.Why}{more}";
    }

    private static Known<ServiceGraph>.Unknown Unknown(string reason) => new(reason);
}
