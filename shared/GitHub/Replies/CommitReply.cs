using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>A commit, with the accounts GitHub found for the names in it.</summary>
internal sealed record CommitReply(Sha Sha, GitCommitReply Commit)
{
    /// <summary>Null where the e-mail belongs to no account.</summary>
    public AccountReply? Author { get; init; }

    public AccountReply? Committer { get; init; }

    public ParentReply[] Parents { get; init; } = [];
}

/// <summary>A commit as git recorded it.</summary>
internal sealed record GitCommitReply(
    GitUserReply? Author = null, GitUserReply? Committer = null, string? Message = null);

internal sealed record GitUserReply(string? Name = null, string? Email = null);

internal sealed record ParentReply(Sha Sha);

/// <summary>Two commits compared.</summary>
/// <param name="Commits">Those of the head that the base lacks, oldest first, one page of them.</param>
/// <param name="TotalCommits">On all pages.</param>
internal sealed record CompareReply(
    CommitNameReply BaseCommit, CommitNameReply MergeBaseCommit, CommitReply[] Commits, int TotalCommits);

internal sealed record CommitNameReply(Sha Sha);
