using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Policies;

/// <summary>When people may be called.</summary>
public enum PageHours
{
    Working,
    Any,
}

/// <summary>Who is called for a tier, how fast, and what happens on silence.</summary>
public sealed record PagePlan
{
    public required Tier Tier { get; init; }

    /// <summary>How many people are called at once, from one.</summary>
    public int First { get; init; } = 1;

    /// <summary>The pause before the next are called.</summary>
    public required TimeSpan Every { get; init; }

    public PageHours Hours { get; init; }

    /// <summary>Channels (`#name`) told after everyone was called, in order.</summary>
    public IReadOnlyList<string> Then { get; init; } = [];

    public required Place Place { get; init; }
}
