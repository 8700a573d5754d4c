using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>Where an approval, veto or override was given.</summary>
public enum ApprovalChannel
{
    Review,
    Comment,
    Chat,
    Terminal,
}

/// <summary>One person's agreement to one head; immutable, it lapses by comparison and is never deleted.</summary>
public sealed record Approval
{
    public required Person Person { get; init; }

    /// <summary>The rank of the giver's rung at that time; −1 for none.</summary>
    public required int Rank { get; init; }

    public required Sha Head { get; init; }

    public required string PolicyDigest { get; init; }

    /// <summary>The rank of the change's tier at that time.</summary>
    public required int TierRank { get; init; }

    /// <summary>What the giver saw of every path of the change.</summary>
    public required IReadOnlyList<Fingerprint> Covers { get; init; }

    public required ApprovalChannel Channel { get; init; }

    public required ApprovalStrength Strength { get; init; }

    public required DateTimeOffset At { get; init; }
}
