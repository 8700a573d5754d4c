using ChangeSentinel.Changes;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Services;

/// <summary>A unit that can break on its own: what stands where, and what it stands on.</summary>
public sealed record Service
{
    public required string Name { get; init; }

    /// <summary>The files that make it; last match does not apply, any match does.</summary>
    public required IReadOnlyList<PathPattern> Paths { get; init; }

    /// <summary>The folders it was discovered in, where nested packages keep their own files.</summary>
    public IReadOnlyList<PackageFolder> Folders { get; init; } = [];

    /// <summary>Names of the services it needs.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>
    /// As written: `@user` and `@org/team` in a policy, an entity reference in a Backstage catalog.
    /// </summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Where it is declared: the policy, or the manifest it was read from.</summary>
    public required Place Place { get; init; }

    /// <summary>The text of every pattern above, each once.</summary>
    public IReadOnlyList<string> Patterns =>
    [
        .. Paths.Concat(Folders.Select(folder => folder.Pattern)).Select(path => path.Text)
            .Distinct(StringComparer.Ordinal),
    ];
}

/// <summary>
/// A folder whose files belong to a package, except those of packages nested in it: of the folders of one
/// ecosystem that hold a file, the deepest has it.
/// </summary>
public sealed record PackageFolder(Ecosystem Ecosystem, PathPattern Pattern);
