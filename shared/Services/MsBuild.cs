using ChangeSentinel.Changes;

namespace ChangeSentinel.Services;

/// <summary>Reads `ProjectReference` between .NET projects; each project is a service.</summary>
/// <remarks>
/// https://learn.microsoft.com/visualstudio/msbuild/common-msbuild-project-items#projectreference
/// </remarks>
internal static class MsBuild
{
    public static Discovery Read(IReadOnlyList<SourceFile> manifests)
    {
        var projects = new List<MsBuildProject>();
        var faults = new List<ManifestFault>();
        foreach (var file in manifests)
        {
            var (project, fault) = MsBuildProject.Read(file);
            if (project is not null)
                projects.Add(project);
            if (fault is not null)
                faults.Add(fault);
        }

        var targets = MsBuildReferences.Resolve(projects, out var tooMany);
        if (tooMany is not null)
            faults.Add(tooMany);
        return new([.. projects.Select((project, index) => Service(project, targets[index]))], faults);
    }

    private static DiscoveredService Service(MsBuildProject project, IEnumerable<string> needs)
    {
        var file = TreePath.Name(project.Path);
        return new(project.Path, file[..file.LastIndexOf('.')])
        {
            LongName = project.Path,
            Folders = [new(Ecosystem.MsBuild, SpellPattern.Folder(project.Folder))],
            Needs = [.. needs],
            Place = new(project.Path, 1, 1),
        };
    }
}
