namespace ChangeSentinel.Risks;

/// <summary>
/// What a policy says about risk: its ladder, its paths and its baseline's, and its reasons to raise a tier.
/// </summary>
public sealed record RiskRules
{
    public required TierLadder Tiers { get; init; }

    public required PathTiers Paths { get; init; }

    /// <summary>A file takes the higher tier of both; null without a baseline.</summary>
    public PathTiers? BaselinePaths { get; init; }

    public required IReadOnlyList<RaiseRule> Raise { get; init; }

    public required GuardedPaths Guarded { get; init; }
}
