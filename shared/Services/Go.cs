using ChangeSentinel.Changes;

namespace ChangeSentinel.Services;

/// <summary>
/// Reads `require` and `replace` between the Go modules of a tree; each module path is a service.
/// </summary>
/// <remarks>
/// A `require` of a module of this tree is an edge even where a published version of it is used: the next
/// version comes from here. https://go.dev/ref/mod#go-mod-file-replace, https://go.dev/ref/mod#workspaces
/// </remarks>
internal static class Go
{
    public static Discovery Read(IReadOnlyList<SourceFile> manifests)
    {
        var files = new List<GoFile>();
        var faults = new List<ManifestFault>();
        foreach (var manifest in manifests)
        {
            var (file, fault) = GoFile.Read(manifest);
            if (file is not null)
                files.Add(file);
            if (fault is not null)
                faults.Add(fault);
        }

        var modules = files.Where(IsModule).ToDictionary(file => file.Folder, Name, StringComparer.Ordinal);
        var workspaces = files.Where(IsWorkspace).Select(file => new Workspace(file))
            .ToDictionary(workspace => workspace.Folder, StringComparer.Ordinal);
        var services = files.Where(IsModule)
            .Select(module => Service(module, Needs(module, modules, workspaces)));
        return new([.. services], faults);
    }

    private static DiscoveredService Service(GoFile module, IEnumerable<string> needs) =>
        new(Name(module), Name(module))
        {
            Folders = [new(Ecosystem.Go, SpellPattern.Folder(module.Folder))],
            Needs = [.. needs.Distinct(StringComparer.Ordinal)],
            Place = new(module.Path, module.Lines.First(line => line.Directive == "module").Number, 1),
        };

    private static IEnumerable<string> Needs(
        GoFile module, Dictionary<string, string> modules, Dictionary<string, Workspace> workspaces)
    {
        var workspace = Above(module.Folder).Select(workspaces.GetValueOrDefault)
            .FirstOrDefault(found => found is not null);
        foreach (var folder in LocalReplacements(module).Select(replaced => replaced.Folder))
            if (modules.TryGetValue(folder, out var name))
                yield return name;

        foreach (var required in FirstWords(module, "require"))
        {
            yield return required;
            if (workspace?.Replacing(module.Folder, required) is { } folder
                && modules.TryGetValue(folder, out var name))
                yield return name;
        }
    }

    // An empty go.mod keeps a folder out of the module around it.
    private static bool IsModule(GoFile file) =>
        TreePath.Name(file.Path) == "go.mod" && FirstWords(file, "module").Any();

    private static bool IsWorkspace(GoFile file) => TreePath.Name(file.Path) == "go.work";

    private static string Name(GoFile module) => FirstWords(module, "module").First();

    private static IEnumerable<string> FirstWords(GoFile file, string directive) =>
        file.Of(directive).Where(words => words.Count > 0).Select(words => words[0]);

    /// <summary>`replace old [version] => ./folder`: which module, by which folder of this tree.</summary>
    private static IEnumerable<(string Module, string Folder)> LocalReplacements(GoFile file) =>
        from words in file.Of("replace")
        let arrow = words.ToList().IndexOf("=>")
        where arrow > 0 && arrow + 1 < words.Count && words[arrow + 1].StartsWith('.')
        let folder = TreePath.Resolve(file.Folder, words[arrow + 1])
        where folder is not null
        select (words[0], folder);

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = folder; at.Length > 0; at = TreePath.Folder(at))
            yield return at;
        yield return "";
    }

    /// <summary>
    /// A `go.work`: the folders it uses and what it replaces for them. Go takes the nearest one above.
    /// </summary>
    private sealed class Workspace(GoFile file)
    {
        private readonly HashSet<string?> uses =
            [.. FirstWords(file, "use").Select(folder => TreePath.Resolve(file.Folder, folder))];

        private readonly ILookup<string, string> replaced =
            LocalReplacements(file)
                .ToLookup(pair => pair.Module, pair => pair.Folder, StringComparer.Ordinal);

        public string Folder => file.Folder;

        public string? Replacing(string folder, string module) =>
            uses.Contains(folder) ? replaced[module].FirstOrDefault() : null;
    }
}
