using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Services;

/// <summary>
/// Reads dependencies between the packages of npm, pnpm and Yarn workspaces; each package is a service.
/// </summary>
/// <remarks>
/// Services are workspace roots and members, and packages linked by folder (`file:../x`). Every kind of
/// dependency counts, and a workspace's own package counts whatever version is asked for.
/// </remarks>
internal static class Npm
{
    public static Discovery Read(IReadOnlyList<SourceFile> manifests)
    {
        var packages = new Dictionary<string, NpmPackage>(StringComparer.Ordinal);
        var faults = new List<ManifestFault>();
        var workspaces = new NpmWorkspaces();
        var roots = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in manifests)
        {
            if (TreePath.Name(file.Path) != "package.json")
            {
                AddPnpm(file);
                continue;
            }

            var (package, fault) = NpmPackage.Read(file);
            if (fault is not null)
                faults.Add(fault);
            if (package is null)
                continue;
            packages[package.Folder] = package;
            AddRoot(package.Folder, package.Workspaces, new(package.Path, 1, 1));
        }

        faults.AddRange(workspaces.Faults);
        var inside = packages.Values.Where(package => roots.Contains(package.Folder)
            || workspaces.HasMember(package.Path) || Linked(package, packages).Any());
        return new([.. Services(inside, packages)], faults);

        void AddRoot(string folder, IReadOnlyList<string>? globs, Place place)
        {
            if (globs is null)
                return;
            roots.Add(folder);
            workspaces.Add(folder, globs, place);
        }

        void AddPnpm(SourceFile file)
        {
            var yaml = YamlText.Read(file);
            faults.AddRange(yaml.Diagnostics.Take(1).Select(ManifestFault.From));
            if (yaml.Diagnostics.Count == 0)
                AddRoot(TreePath.Folder(file.Path), PnpmPackages(yaml.Root), new(file.Path, 1, 1));
        }
    }

    // Without `packages`, a pnpm-workspace.yaml holds settings alone and its folder is the only package.
    private static string[] PnpmPackages(YamlNode? root) =>
        (root as YamlNode.Mapping)?.Find("packages") is YamlNode.Sequence list
            ? [.. list.Items.OfType<YamlNode.Scalar>().Select(item => item.Text)]
            : [];

    private static IEnumerable<DiscoveredService> Services(
        IEnumerable<NpmPackage> inside, Dictionary<string, NpmPackage> packages)
    {
        var waiting = new Queue<NpmPackage>(inside);
        var seen = waiting.Select(package => package.Folder).ToHashSet(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var package))
        {
            if (package.Name.Length > 0)
                yield return Service(package, packages);
            foreach (var linked in Linked(package, packages).Where(linked => seen.Add(linked.Folder)))
                waiting.Enqueue(linked);
        }
    }

    private static DiscoveredService Service(NpmPackage package, Dictionary<string, NpmPackage> packages) =>
        new(package.Name, package.Name)
        {
            Folders = [new(Ecosystem.Npm, SpellPattern.Folder(package.Folder))],
            Needs =
            [
                .. package.Dependencies.Where(needed => needed.Link is null).Select(needed => needed.Name)
                    .Concat(Linked(package, packages).Select(linked => linked.Name))
                    .Distinct(StringComparer.Ordinal),
            ],
            Place = new(package.Path, 1, 1),
        };

    private static IEnumerable<NpmPackage> Linked(
        NpmPackage package, Dictionary<string, NpmPackage> packages) =>
        from needed in package.Dependencies
        let folder = needed.Link is { } link ? TreePath.Resolve(package.Folder, link) : null
        where folder is not null && packages.ContainsKey(folder)
        select packages[folder];
}
