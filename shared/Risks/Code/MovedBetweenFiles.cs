using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>
/// The lines a change adds, by the kind of file, so that what leaves one file for another is not taken for
/// gone.
/// </summary>
internal sealed class MovedBetweenFiles
{
    private readonly Dictionary<string, HashSet<string>> added = new(StringComparer.Ordinal);

    public MovedBetweenFiles(IReadOnlyList<ChangedFile> files)
    {
        foreach (var file in files)
        {
            if (file.Change is FileChange.Removed || FileRoles.Of(file.Path) is FileRole.Documentation)
                continue;
            foreach (var line in Lines(file).Where(line => line.Side is LineSide.Added))
            {
                foreach (var scope in Scopes(file.Path))
                    Of(scope).Add(line.Text.Trim());
            }
        }
    }

    /// <summary>
    /// Whether a removed thing stands in another file: tests anywhere, resources in the same module's folder.
    /// </summary>
    public bool Keeps(Hazard hazard, ChangedFile file) => hazard.Kind switch
    {
        HazardKind.TestRemoved when file.Change is FileChange.Removed => KeepsTests(file),
        HazardKind.TestRemoved => Of(FileRoles.Extension(file.Path)).Contains(hazard.Quote),
        HazardKind.ContractBreak => Of(FileRoles.Extension(file.Path)).Contains(hazard.Quote)
            && !hazard.Quote.Has("=")
            && !hazard.Quote.Has(":"),
        HazardKind.InfrastructureDestroy => KeepsObject(hazard, file),
        HazardKind.DestructiveSql or HazardKind.LockingSql or HazardKind.OpenAccess
            or HazardKind.ResourceLimit
            or HazardKind.SecurityCode or HazardKind.DestructiveCommand => false,
    };

    /// <summary>A manifest's head says too little: its name must be found again too.</summary>
    private bool KeepsObject(Hazard hazard, ChangedFile file)
    {
        if (!hazard.Quote.Begins("apiVersion"))
            return Of(FileRoles.Folder(file.Path)).Contains(hazard.Quote);
        var named = Lines(file)
            .SkipWhile(line => line.OldNumber != hazard.Line)
            .Select(line => line.Text.Trim())
            .Where(text => text.Begins("kind:") || text.Begins("name:"))
            .Take(2)
            .ToList();
        return named.Count == 2 && named.All(Of(FileRoles.Extension(file.Path)).Contains);
    }

    private bool KeepsTests(ChangedFile file)
    {
        if (file.Patch is not Known<Patch>.Fact { Value: var patch })
            return false;
        var heads = TestHazards.Heads(new CodeView(file, patch), old: true);
        return heads.Count > 0
            && heads.All(head => Of(FileRoles.Extension(file.Path)).Contains(head.Line.Text.Trim()));
    }

    private static IEnumerable<string> Scopes(string path) =>
        [FileRoles.Extension(path), FileRoles.Folder(path)];

    private static IEnumerable<PatchLine> Lines(ChangedFile file) => file.Patch.Or(Patch.Empty).Lines;

    private HashSet<string> Of(string scope) =>
        added.TryGetValue(scope, out var lines) ? lines : added[scope] = new(StringComparer.Ordinal);
}
