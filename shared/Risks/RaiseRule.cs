using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>A reason to raise a change's tier; every condition that is given must hold.</summary>
public sealed record RaiseRule
{
    public required Tier To { get; init; }

    /// <summary>At least this many services stand downstream of what changed.</summary>
    public int? Dependents { get; init; }

    /// <summary>Any one of these hazards was found; empty where the rule does not ask.</summary>
    public IReadOnlyList<HazardKind> Hazards { get; init; } = [];

    /// <summary>At least this many lines were added and removed together.</summary>
    public int? Lines { get; init; }

    public required Place Place { get; init; }
}
