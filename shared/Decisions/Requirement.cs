using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Decisions;

/// <summary>One rule that holds for a change: what it asks, why, and how much of it is met.</summary>
public sealed record Requirement
{
    /// <summary>The rule, resolved; the built-in rule of the policy's own files has no place.</summary>
    public required RequireRule Rule { get; init; }

    /// <summary>How many approvals it asks, after an agent without a known operator doubled it.</summary>
    public required int Approvals { get; init; }

    /// <summary>Why it holds: "AI-assisted", "high tier", "author below senior"; clauses in that order.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>Whose approval counts toward it now.</summary>
    public required IReadOnlyList<Person> MetBy { get; init; }

    /// <summary>Owned paths that still lack an owner's approval.</summary>
    public IReadOnlyList<string> UnmetOwners { get; init; } = [];

    public required bool Met { get; init; }
}
