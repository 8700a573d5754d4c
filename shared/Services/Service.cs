using ChangeSentinel.Changes;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Services;

/// <summary>A unit that can break on its own: what stands where, and what it stands on.</summary>
public sealed record Service
{
    public required string Name { get; init; }

    /// <summary>The files that make it; last match does not apply, any match does.</summary>
    public required IReadOnlyList<PathPattern> Paths { get; init; }

    /// <summary>Names of the services it needs.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>`@user` and `@org/team`, as written.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Where it is declared: the policy, or the manifest it was read from.</summary>
    public required Place Place { get; init; }
}
