namespace ChangeSentinel.Risks;

/// <summary>One touched path and how far it reaches by itself.</summary>
/// <param name="Tier">The highest of its reasons.</param>
/// <param name="Line">The policy's line that decides it; null where none matches.</param>
/// <param name="BaselineLine">The baseline's line that decides it; null without one.</param>
public sealed record PathRisk(string Path, Tier Tier, PathTier? Line, PathTier? BaselineLine)
{
    /// <summary>True for the policy, its baseline, CODEOWNERS and workflows.</summary>
    public bool Guarded { get; init; }

    public required IReadOnlyList<TierReason> Reasons { get; init; }
}
