using ChangeSentinel.Paths;

namespace ChangeSentinel.Services;

/// <summary>Finds the projects that references mean, with what the tree alone tells.</summary>
/// <remarks>
/// Paths count whatever their case, as on Windows. A wildcard means every project it matches. What a property
/// stands for is not known, so a reference that begins with one means every project whose path ends as the
/// reference does; one that is a property and nothing else means none.
/// </remarks>
internal static class MsBuildReferences
{
    private static readonly string[] OwnFolder =
        ["$(MSBuildThisFileDirectory)", "$(MSBuildProjectDirectory)"];

    /// <summary>The paths each project refers to, in the order of the projects.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Resolve(
        IReadOnlyList<MsBuildProject> projects, out ManifestFault? tooMany)
    {
        var exact = projects.Select(project => project.Path).ToHashSet(StringComparer.Ordinal);
        var similar = exact.ToLookup(path => path, StringComparer.OrdinalIgnoreCase);
        var targets = projects.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var searches = new List<(int Project, PathPattern Pattern)>();
        for (var index = 0; index < projects.Count; index++)
            foreach (var include in projects[index].Includes.Select(Local))
                if (Search(projects[index].Folder, include) is { } pattern)
                    searches.Add((index, pattern));
                else if (TreePath.Resolve(projects[index].Folder, include) is { } path
                    && Find(path) is { } target)
                    targets[index].Add(target);

        tooMany = Follow(searches, projects, targets);
        return targets;

        string? Find(string path) => exact.Contains(path) ? path : similar[path].FirstOrDefault();
    }

    private static ManifestFault? Follow(
        List<(int Project, PathPattern Pattern)> searches,
        IReadOnlyList<MsBuildProject> projects,
        List<HashSet<string>> targets)
    {
        var rules = PathRules.Compile([.. searches.Select(search => search.Pattern)]);
        var steps = 0;
        foreach (var path in searches.Count == 0 ? [] : projects.Select(project => project.Path))
            foreach (var index in rules.All(path))
            {
                var from = searches[index].Project;
                if (++steps > BuildGraph.MostEdges)
                    return new(new(projects[from].Path, 1, 1), BuildGraph.TooManyEdges);
                targets[from].Add(path);
            }

        return null;
    }

    private static string Local(string include)
    {
        foreach (var property in OwnFolder)
            if (include.StartsWith(property, StringComparison.OrdinalIgnoreCase))
                return "./" + include[property.Length..].TrimStart('/', '\\');

        return include;
    }

    private static PathPattern? Search(string folder, string include)
    {
        if (include.LastIndexOf(')') is >= 0 and var end)
            return Pattern("**/" + BehindParents(include[(end + 1)..].Replace('\\', '/')));
        return include.AsSpan().ContainsAny('*', '?') && TreePath.Resolve(folder, include) is { } path
            ? Pattern(path)
            : null;
    }

    private static string BehindParents(string path) =>
        path[(path.LastIndexOf("../", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..]
            .TrimStart('/');

    private static PathPattern? Pattern(string glob) =>
        PathPattern.Parse("/" + SpellPattern.EscapeGlob(glob)) is PatternReading.Pattern pattern
        && TreePath.Name(glob).Contains('.', StringComparison.Ordinal)
            ? pattern.Value
            : null;
}
