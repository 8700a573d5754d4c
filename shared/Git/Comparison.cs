using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Which two commits of a local repository are compared, and how they were chosen.</summary>
public sealed record Comparison
{
    /// <summary>The base as people know it: `main`, also where `origin/main` is compared.</summary>
    public required string Base { get; init; }

    /// <summary>The branch of the head; a short commit id where it has none.</summary>
    public required string Branch { get; init; }

    /// <summary>Where the policy is read; the empty tree where the head is the first commit.</summary>
    public required Sha BaseCommit { get; init; }

    /// <summary>What the head's files are compared with.</summary>
    public required Sha MergeBase { get; init; }

    public required Sha Head { get; init; }

    /// <summary>
    /// The default branch's commit, for the policy of a base without one; null where none is known.
    /// </summary>
    public Sha? DefaultCommit { get; init; }

    /// <summary>
    /// True where the head has no branch of its own and its last commit alone is the change.
    /// </summary>
    public bool LastCommit { get; init; }

    /// <summary>
    /// Why files and commits can't be known, in a clone that lacks history; null where they can.
    /// </summary>
    public string? Truncated { get; init; }

    public IReadOnlyList<string> Remarks { get; init; } = [];
}
