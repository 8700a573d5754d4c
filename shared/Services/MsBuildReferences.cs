using ChangeSentinel.Paths;

namespace ChangeSentinel.Services;

/// <summary>Finds the projects that references mean, with what the tree alone tells.</summary>
/// <remarks>
/// Paths count whatever their case, as on Windows. A wildcard means every project it matches. What a property
/// stands for is not known, so a reference that begins with one means every project whose path ends as the
/// reference does; one that is a property and nothing else means none.
/// </remarks>
internal sealed class MsBuildReferences
{
    private static readonly string[] OwnFolder =
        ["$(MSBuildThisFileDirectory)", "$(MSBuildProjectDirectory)"];

    private readonly IReadOnlyList<MsBuildProject> projects;
    private readonly HashSet<string> exact;
    private readonly ILookup<string, string> similar;
    private readonly ILookup<string, string> byName;
    private readonly HashSet<string>[] targets;
    private readonly List<(int From, PathPattern Pattern)> searches = [];
    private int steps;

    private MsBuildReferences(IReadOnlyList<MsBuildProject> projects)
    {
        this.projects = projects;
        exact = projects.Select(project => project.Path).ToHashSet(StringComparer.Ordinal);
        similar = exact.ToLookup(path => path, StringComparer.OrdinalIgnoreCase);
        byName = exact.ToLookup(TreePath.Name, StringComparer.OrdinalIgnoreCase);
        targets = [.. projects.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    }

    /// <summary>The paths each project refers to, in the order of the projects.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Resolve(
        IReadOnlyList<MsBuildProject> projects, out ManifestFault? tooMany)
    {
        var references = new MsBuildReferences(projects);
        var index = 0;
        for (; index < projects.Count && references.GoesOn; index++)
            foreach (var include in projects[index].Includes)
                references.Take(index, Local(include));
        references.Search();
        tooMany = references.GoesOn
            ? null
            : new(new(projects[Math.Max(index - 1, 0)].Path, 1, 1), BuildGraph.TooManyEdges);
        return references.targets;
    }

    private bool GoesOn => steps <= BuildGraph.MostEdges;

    private static string Local(string include)
    {
        foreach (var property in OwnFolder)
            if (include.StartsWith(property, StringComparison.OrdinalIgnoreCase))
                return "./" + include[property.Length..].TrimStart('/', '\\');

        return include;
    }

    private void Take(int from, string include)
    {
        var wild = include.AsSpan().ContainsAny('*', '?');
        if (include.LastIndexOf(')') is >= 0 and var end)
        {
            var rest = BehindParents(include[(end + 1)..].Replace('\\', '/'));
            if (wild)
                SearchLater(from, "**/" + rest);
            else
                TakeEnding(from, rest);
        }
        else if (TreePath.Resolve(projects[from].Folder, include) is { } path)
        {
            if (wild)
                SearchLater(from, path);
            else if ((exact.Contains(path) ? path : similar[path].FirstOrDefault()) is { } target)
                targets[from].Add(target);
        }
    }

    private static string BehindParents(string path) =>
        path[(path.LastIndexOf("../", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..]
            .TrimStart('/');

    private void TakeEnding(int from, string end)
    {
        foreach (var path in byName[TreePath.Name(end)].TakeWhile(_ => ++steps <= BuildGraph.MostEdges))
            if (("/" + path).EndsWith("/" + end, StringComparison.OrdinalIgnoreCase))
                targets[from].Add(path);
    }

    private void SearchLater(int from, string glob)
    {
        if (PathPattern.Parse("/" + SpellPattern.EscapeGlob(glob)) is PatternReading.Pattern pattern
            && TreePath.Name(glob).Contains('.', StringComparison.Ordinal))
            searches.Add((from, pattern.Value));
    }

    private void Search()
    {
        if (searches.Count == 0)
            return;
        var rules = PathRules.Compile([.. searches.Select(search => search.Pattern)]);
        foreach (var path in exact.TakeWhile(_ => GoesOn))
            foreach (var index in rules.All(path).TakeWhile(_ => ++steps <= BuildGraph.MostEdges))
                targets[searches[index].From].Add(path);
    }
}
