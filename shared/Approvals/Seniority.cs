using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>A step of the seniority ladder.</summary>
/// <param name="Rank">Zero is the lowest; who stands on no rung has rank −1.</param>
/// <param name="Members">`@user`, `@org/team` or `role:NAME`, as written.</param>
public sealed record Rung(int Rank, string Name, IReadOnlyList<string> Members, Place? Place);

/// <summary>A policy's rungs, lowest first; never empty.</summary>
public sealed record Seniority(IReadOnlyList<Rung> Rungs)
{
    /// <summary>What holds where a policy names none: repository roles.</summary>
    public static Seniority FromRoles { get; } = new(
    [
        new(0, "write", ["role:write"], null),
        new(1, "maintain", ["role:maintain", "role:admin"], null),
    ]);

    public Rung Top => Rungs[^1];

    /// <summary>The rung the default rules ask for: the one called `senior`, or else the highest.</summary>
    public Rung Senior => Rungs.FirstOrDefault(rung => rung.Name == "senior") ?? Top;
}
