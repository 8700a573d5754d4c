using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;

namespace ChangeSentinel.Policies;

/// <summary>
/// What one policy file says, before a baseline is joined to it; null where the file says nothing.
/// </summary>
internal sealed record PolicyDraft
{
    /// <summary>`extends` and where it stands.</summary>
    public (string Text, Place Place)? Extends { get; init; }

    public TierLadder? Tiers { get; init; }

    public IReadOnlyList<PathTier> Paths { get; init; } = [];

    public IReadOnlyList<Service> Services { get; init; } = [];

    public IReadOnlyList<Ecosystem> Discover { get; init; } = [];

    public IReadOnlyList<RaiseRule> Raise { get; init; } = [];

    public Seniority? Seniority { get; init; }

    public IReadOnlyList<RequireRule>? Require { get; init; }

    public IReadOnlyList<Exemption> Exempt { get; init; } = [];

    public IReadOnlyList<Undeclared> Undeclared { get; init; } = [];

    public IReadOnlyList<Marker> Markers { get; init; } = [];

    public IReadOnlyList<PagePlan> Page { get; init; } = [];

    public IReadOnlyList<RolloutPlan> Rollout { get; init; } = [];

    public bool SaysLabels { get; init; }

    public LabelFormats? Labels { get; init; }

    public PolicyMode Mode { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> CheckNames { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
