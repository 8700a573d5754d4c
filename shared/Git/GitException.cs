namespace ChangeSentinel.Git;

/// <summary>What kept git from answering.</summary>
public enum GitFailure
{
    /// <summary>There is no `git` on the PATH.</summary>
    GitMissing,

    NotARepository,

    /// <summary>The repository belongs to somebody else, and git refuses to read it.</summary>
    DubiousOwnership,

    /// <summary>A revision that was asked for is no commit of the repository.</summary>
    UnknownRevision,

    NoCommits,

    /// <summary>Base and head have no commit in common.</summary>
    UnrelatedHistories,

    /// <summary>An object that is needed was not fetched: a partial or broken clone.</summary>
    MissingObject,

    CorruptObject,

    /// <summary>More than the product reads of one answer.</summary>
    TooLarge,

    /// <summary>git said nothing for too long.</summary>
    Silent,

    /// <summary>git failed or answered in another way than documented.</summary>
    Unexpected,
}

/// <summary>A question that git could not answer, told as what is wrong and what would be right.</summary>
public sealed class GitException : Exception
{
    public GitException()
        : this(GitFailure.Unexpected, "git could not answer.")
    {
    }

    public GitException(string message)
        : this(GitFailure.Unexpected, message)
    {
    }

    public GitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public GitException(GitFailure failure, string message)
        : base(message) => Failure = failure;

    public GitFailure Failure { get; }
}
