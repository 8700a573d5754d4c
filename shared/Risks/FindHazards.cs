using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>Finds what the changed lines of a file can do harm with.</summary>
public static class FindHazards
{
    /// <summary>The most hazards one file is reported with.</summary>
    public const int MostPerFile = 50;

    /// <summary>In the file's order; none for a file whose patch is unknown.</summary>
    public static IReadOnlyList<Hazard> In(ChangedFile file)
    {
        if (file.Patch is not Known<Patch>.Fact { Value: { Hunks.Count: > 0 } patch } || file.Binary)
            return [];
        var role = FileRoles.Of(file.Path);
        if (role is FileRole.Generated
            || (role is not FileRole.Test && !ProgramMarks.MayStandIn(file.Path, patch)))
            return [];

        var view = new CodeView(file, patch);
        var found = new FoundHazards(view);
        SqlHazards.In(view, found);
        InfrastructureHazards.In(view, found);
        AccessHazards.In(view, found);
        ContractHazards.In(view, found);
        ResourceHazards.In(view, found);
        TestHazards.In(view, found);
        SecurityHazards.In(view, found);
        ScriptHazards.In(view, found);
        return found.Take(MostPerFile);
    }

    /// <summary>
    /// Those of a whole change, file by file; what moves from one of its files to another is no hazard.
    /// </summary>
    public static IReadOnlyList<Hazard> In(IReadOnlyList<ChangedFile> files)
    {
        var moves = new Lazy<MovedBetweenFiles>(() => new(files));
        return
        [
            .. from file in files
               from hazard in In(file)
               where !hazard.Removed || !moves.Value.Keeps(hazard, file)
               select hazard,
        ];
    }
}
