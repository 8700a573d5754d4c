using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>One contribution to a change's tier.</summary>
/// <param name="Subject">What asks for the tier: a path, `14 services downstream of ledger`, `252 lines
/// changed`.</param>
/// <param name="Rule">The policy's own words: a pattern, `dependents ≥ 10`, or the built-in rule's
/// name.</param>
/// <param name="Place">The policy line; null for a built-in rule.</param>
public sealed record TierReason(Tier Tier, string Subject, string Rule, Place? Place)
{
    /// <summary>The same as a whole sentence.</summary>
    public required string Sentence { get; init; }
}

/// <summary>
/// How far a change reaches: its tier, every reason for it, what it endangers and whom it touches.
/// </summary>
public sealed record Risk
{
    public required Tier Tier { get; init; }

    /// <summary>
    /// Highest tier first, then in the order of the rules; never empty for a change with files.
    /// </summary>
    public required IReadOnlyList<TierReason> Reasons { get; init; }

    /// <summary>Every touched path, both names of a rename, in the order of the change.</summary>
    public IReadOnlyList<PathRisk> Paths { get; init; } = [];

    public required IReadOnlyList<Hazard> Hazards { get; init; }

    /// <summary>Services with a changed file, by name; empty where the graph is unknown.</summary>
    public required IReadOnlyList<string> Touched { get; init; }

    /// <summary>
    /// Services that transitively depend on a touched one, by name; unknown where the graph is.
    /// </summary>
    public required Known<IReadOnlyList<string>> Downstream { get; init; }

    /// <summary>Lines added and removed together.</summary>
    public required int LinesChanged { get; init; }
}
