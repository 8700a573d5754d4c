namespace ChangeSentinel.GitHub;

/// <summary>A review of a pull request.</summary>
/// <param name="State">APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED or PENDING.</param>
internal sealed record ReviewReply(long Id, string State)
{
    /// <summary>Null where the account is gone.</summary>
    public AccountReply? User { get; init; }

    /// <summary>The head it was written on; null where that commit is gone.</summary>
    public string? CommitId { get; init; }

    /// <summary>Null while it is pending.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    public string? Body { get; init; }
}

/// <summary>A comment in the conversation.</summary>
internal sealed record CommentReply(long Id, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Null where the account is gone.</summary>
    public AccountReply? User { get; init; }

    public string? Body { get; init; }
}

/// <summary>Something that happened to a pull request.</summary>
internal sealed record EventReply(string Event)
{
    /// <summary>Only of `review_dismissed`.</summary>
    public DismissedReviewReply? DismissedReview { get; init; }
}

/// <param name="State">What the review had said: approved, changes_requested or commented.</param>
internal sealed record DismissedReviewReply(long ReviewId, string State);
