namespace ChangeSentinel.Policies;

/// <summary>The folders and files of a tree whose usual names say what a change in them can do.</summary>
internal sealed class RiskyPlaces
{
    private readonly SortedDictionary<string, RiskyName> folders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RiskyName> extensions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RiskyName> files = new(StringComparer.Ordinal);

    private RiskyPlaces()
    {
    }

    /// <summary>By path; one inside another is left out unless it is riskier.</summary>
    public IEnumerable<(string Path, RiskyName Risk)> Folders =>
        folders.Select(found => (found.Key, found.Value));

    public IReadOnlyDictionary<string, RiskyName> Extensions => extensions;

    public IReadOnlyDictionary<string, RiskyName> Files => files;

    public static RiskyPlaces In(IReadOnlyList<string> treePaths)
    {
        var places = new RiskyPlaces();
        foreach (var path in treePaths)
            places.Look(path);
        return places;
    }

    private void Look(string path)
    {
        var byFolder = RiskyName.Folders.GetAlternateLookup<ReadOnlySpan<char>>();
        RiskyName? around = null;
        var start = 0;
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', start))
        {
            var name = path.AsSpan(start, end - start);
            if (name is "node_modules" or "vendor" or ".git")
                return;
            if (byFolder.TryGetValue(name, out var risk) && (around is null || IsRiskier(risk, around)))
            {
                around = risk;
                folders.TryAdd(path[..end], risk);
            }

            // Whatever stands in tests and documentation is tests and documentation.
            if (around is { IsLow: true })
                return;
            start = end + 1;
        }

        LookAtFile(path.AsSpan(start));
    }

    private void LookAtFile(ReadOnlySpan<char> name)
    {
        var byName = RiskyName.Files.GetAlternateLookup<ReadOnlySpan<char>>();
        if (byName.TryGetValue(name, out var known))
            files.TryAdd(name.ToString(), known);
        var dot = name.LastIndexOf('.');
        var byExtension = RiskyName.Extensions.GetAlternateLookup<ReadOnlySpan<char>>();
        if (dot > 0 && byExtension.TryGetValue(name[dot..], out var kind))
            extensions.TryAdd(name[dot..].ToString(), kind);
    }

    private static bool IsRiskier(RiskyName inner, RiskyName outer) =>
        inner.Tier == "critical" && outer.Tier == "high";
}
