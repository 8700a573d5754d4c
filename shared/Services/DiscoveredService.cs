using ChangeSentinel.Changes;
using ChangeSentinel.Paths;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Services;

/// <summary>A service as the manifests of one ecosystem describe it, before names are settled.</summary>
/// <param name="Key">What its ecosystem tells it apart by: a project's path, a module's folder, an entity
/// reference.</param>
/// <param name="Name">What its ecosystem calls it.</param>
internal sealed record DiscoveredService(string Key, string Name)
{
    /// <summary>The name it goes by where others of its ecosystem have the same.</summary>
    public string LongName { get; init; } = Name;

    public IReadOnlyList<PathPattern> Paths { get; init; } = [];

    public IReadOnlyList<PackageFolder> Folders { get; init; } = [];

    /// <summary>Keys of services it needs; what is no key may be the name of a declared service.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    public IReadOnlyList<string> Owners { get; init; } = [];

    public required Place Place { get; init; }
}

/// <summary>Why a manifest can't be read, and where.</summary>
/// <param name="Why">What completes "the manifest …": "is not valid JSON", say.</param>
internal sealed record ManifestFault(Place Place, string Why)
{
    public static ManifestFault From(Diagnostic refused) =>
        new(refused.Place, $"can't be read: {refused.Message}");
}

/// <summary>What the manifests of one ecosystem say; services count only where there is no fault.</summary>
internal sealed record Discovery(
    IReadOnlyList<DiscoveredService> Services, IReadOnlyList<ManifestFault> Faults);
