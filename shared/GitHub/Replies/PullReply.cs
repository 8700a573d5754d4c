using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>A pull request.</summary>
internal sealed record PullReply(int Number, PullSideReply Head, PullSideReply Base)
{
    /// <summary>Null where the account is gone.</summary>
    public AccountReply? User { get; init; }

    public string? Title { get; init; }

    public string? Body { get; init; }

    public string? State { get; init; }

    public bool Draft { get; init; }

    public LabelReply[] Labels { get; init; } = [];

    public int ChangedFiles { get; init; }

    public int Commits { get; init; }

    public int Comments { get; init; }
}

/// <summary>One side of a pull request.</summary>
/// <param name="Ref">The branch, without `refs/heads/`.</param>
/// <param name="Repo">Null where the repository was deleted.</param>
internal sealed record PullSideReply(string Ref, Sha Sha, RepositoryReply? Repo = null);

/// <param name="FullName">`owner/name`.</param>
internal sealed record RepositoryReply(string FullName, string? DefaultBranch = null);

internal sealed record LabelReply(string Name);
