using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;

namespace ChangeSentinel.Assessments;

/// <summary>Who wrote a change and how far it reaches, under one policy.</summary>
public sealed record Assessment
{
    public required Change Change { get; init; }

    public required Policy Policy { get; init; }

    public required Provenance Provenance { get; init; }

    public required Risk Risk { get; init; }

    /// <summary>The services and who needs whom; null where that is unknown.</summary>
    public ServiceGraph? Graph { get; init; }

    /// <summary>The line that decides each touched path, by path; null where none matches.</summary>
    public required IReadOnlyDictionary<string, PathTier?> Deciding { get; init; }

    /// <summary>Who owns each touched path by each source; every source of a path is asked.</summary>
    public IReadOnlyList<PathOwners> Owned { get; init; } = [];

    /// <summary>
    /// Who owns each touched path now: the deciding line's owners, or CODEOWNERS' where it names none.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Owners { get; init; }

    /// <summary>Why the change itself is not fully known; empty where it is. Whole sentences.</summary>
    public IReadOnlyList<string> Incomplete { get; init; } = [];
}
