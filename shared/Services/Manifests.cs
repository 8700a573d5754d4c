using System.Collections.Frozen;

namespace ChangeSentinel.Services;

/// <summary>
/// Which files of a tree hold the service graph, by name alone, and how much of them is read.
/// </summary>
public static class Manifests
{
    /// <summary>More manifests than this make the graph unknown.</summary>
    public const int MostFiles = 20_000;

    /// <summary>
    /// A manifest longer than this (in bytes, or UTF-16 units once it is text) makes the graph unknown.
    /// </summary>
    public const int MostBytes = 1 << 20;

    /// <summary>All manifests together longer than this make the graph unknown.</summary>
    public const int MostBytesTogether = 64 << 20;

    private static readonly FrozenSet<Ecosystem> None = [];

    private static readonly FrozenSet<Ecosystem>[] Alone =
        [.. EcosystemNames.All.Select(ecosystem => new[] { ecosystem }.ToFrozenSet())];

    /// <summary>Whether any ecosystem reads this file; allocates nothing.</summary>
    public static bool IsManifest(ReadOnlySpan<char> path) => EcosystemOf(path) is not null;

    /// <summary>The ecosystems that read this file.</summary>
    public static IReadOnlySet<Ecosystem> Reading(ReadOnlySpan<char> path) =>
        EcosystemOf(path) is { } ecosystem ? Alone[(int)ecosystem] : None;

    private static Ecosystem? EcosystemOf(ReadOnlySpan<char> path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return ByName(name) is { } ecosystem && !IsForeign(path[..^name.Length]) ? ecosystem : null;
    }

    private static Ecosystem? ByName(ReadOnlySpan<char> name) => name switch
    {
        "package.json" or "pnpm-workspace.yaml" => Ecosystem.Npm,
        "go.mod" or "go.work" => Ecosystem.Go,
        "catalog-info.yaml" or "catalog-info.yml" => Ecosystem.Backstage,
        _ when IsProject(name) => Ecosystem.MsBuild,
        _ when IsCompose(name) => Ecosystem.Compose,
        _ => null,
    };

    private static bool IsProject(ReadOnlySpan<char> name) =>
        name.Length > ".csproj".Length && name[^".csproj".Length..] is ".csproj" or ".fsproj" or ".vbproj";

    // https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file
    private static bool IsCompose(ReadOnlySpan<char> name)
    {
        name = name.StartsWith("docker-") ? name["docker-".Length..] : name;
        return name is "compose.yaml" or "compose.yml" or "compose.override.yaml" or "compose.override.yml";
    }

    // What package managers install and what tests feed to tools is not what this repository ships.
    private static bool IsForeign(ReadOnlySpan<char> folders)
    {
        while (folders.IndexOf('/') is >= 0 and var end)
        {
            if (folders[..end] is "node_modules" or "vendor" or "testdata" or "fixtures" or "__fixtures__")
                return true;
            folders = folders[(end + 1)..];
        }

        return false;
    }
}
