namespace ChangeSentinel.Risks;

/// <summary>What kind of harm a changed line can do.</summary>
public enum HazardKind
{
    DestructiveSql,
    LockingSql,
    InfrastructureDestroy,
    OpenAccess,
    ContractBreak,
    ResourceLimit,
    TestRemoved,
    SecurityCode,
    DestructiveCommand,
}

/// <summary>A changed line that can do harm, and why.</summary>
/// <param name="Line">From one: at the head for an added line, at the merge base for a removed one.</param>
/// <param name="Removed">True where the line stands only at the merge base.</param>
public sealed record Hazard(HazardKind Kind, string File, int Line, bool Removed)
{
    /// <summary>What it does and why that matters, one sentence without a full stop.</summary>
    public required string Why { get; init; }

    /// <summary>The line itself, trimmed, at most 200 characters.</summary>
    public required string Quote { get; init; }
}

/// <summary>The names of hazard kinds as policies and JSON write them.</summary>
public static class HazardNames
{
    public static IReadOnlyList<HazardKind> All { get; } = Enum.GetValues<HazardKind>();

    public static string Name(this HazardKind kind) => kind switch
    {
        HazardKind.DestructiveSql => "destructive-sql",
        HazardKind.LockingSql => "locking-sql",
        HazardKind.InfrastructureDestroy => "infrastructure-destroy",
        HazardKind.OpenAccess => "open-access",
        HazardKind.ContractBreak => "contract-break",
        HazardKind.ResourceLimit => "resource-limit",
        HazardKind.TestRemoved => "test-removed",
        HazardKind.SecurityCode => "security-code",
        HazardKind.DestructiveCommand => "destructive-command",
    };

    public static HazardKind? Find(string name) =>
        All.Where(kind => kind.Name() == name).Select(kind => (HazardKind?)kind).FirstOrDefault();
}
