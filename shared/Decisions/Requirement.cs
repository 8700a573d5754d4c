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

    /// <summary>
    /// Why it holds: "AI-assisted", "high tier", "author below senior"; clauses in that order.
    /// </summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>Whose approval counts toward it now.</summary>
    public required IReadOnlyList<Person> MetBy { get; init; }

    /// <summary>How many more people must agree, from zero.</summary>
    public int Missing { get; init; }

    /// <summary>
    /// True for the rule no policy can remove: the policy, CODEOWNERS or a workflow is changed.
    /// </summary>
    public bool BuiltIn { get; init; }

    /// <summary>Owners who agreed to a path of theirs, whether or not they count toward the number.</summary>
    public IReadOnlyList<Person> OwnersMetBy { get; init; } = [];

    /// <summary>Who is still to agree to which path.</summary>
    public IReadOnlyList<PathOwners> OwnersMissing { get; init; } = [];

    /// <summary>The same without repeating those who are asked for several paths.</summary>
    internal IReadOnlyList<PathOwners> OwnersMissingOnce { get; init; } = [];

    /// <summary>Owned paths that still lack an owner's approval.</summary>
    public IReadOnlyList<string> UnmetOwners { get; init; } = [];

    public required bool Met { get; init; }
}
