using ChangeSentinel.Changes;
using ChangeSentinel.Paths;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Approvals;

/// <summary>Which authorship a rule asks about.</summary>
public enum AiCondition
{
    Any,
    AgentOrAssisted,
    AgentOnly,
    Neither,
}

/// <summary>How an approver must have proved who he is.</summary>
public enum ApprovalStrength
{
    Chat,
    GitHub,
}

/// <summary>When somebody must agree, and who; every condition that is given must hold.</summary>
public sealed record RequireRule
{
    /// <summary>This tier and above; null for every tier.</summary>
    public Tier? Tier { get; init; }

    public AiCondition Ai { get; init; }

    /// <summary>The author stands below this rung.</summary>
    public Rung? AuthorBelow { get; init; }

    /// <summary>A changed file matches one of these; empty where the rule does not ask.</summary>
    public IReadOnlyList<PathPattern> Paths { get; init; } = [];

    /// <summary>One of these services is touched; empty where the rule does not ask.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>One of these hazards was found; empty where the rule does not ask.</summary>
    public IReadOnlyList<HazardKind> Hazards { get; init; } = [];

    /// <summary>How many people must agree, from zero.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>The rung an approval must come from, or above; null for anyone eligible.</summary>
    public Rung? From { get; init; }

    /// <summary>Each touched path at or above the rule's tier whose line names owners needs one of them.</summary>
    public bool Owners { get; init; }

    /// <summary>The approvals come from people of different teams.</summary>
    public bool DistinctTeam { get; init; }

    public ApprovalStrength Strength { get; init; }

    /// <summary>Where the policy says so; null for a default or built-in rule.</summary>
    public Place? Place { get; init; }
}
