using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>What a local change is gathered with, beside the repository itself.</summary>
public sealed record LocalGathering
{
    /// <summary>
    /// The account that stands for the author, as `--author` names it; null where nobody said.
    /// </summary>
    public string? Author { get; init; }

    /// <summary>
    /// Which files of the base tree are read as manifests; null where the policy discovers nothing.
    /// </summary>
    public Func<ReadOnlySpan<char>, bool>? Manifests { get; init; }
}

/// <summary>The policy of a base commit.</summary>
/// <param name="File">Null where there is none.</param>
public sealed record PolicyText(SourceFile? File)
{
    /// <summary>The commit it was read from.</summary>
    public Sha? Commit { get; init; }

    public IReadOnlyList<string> Remarks { get; init; } = [];
}
