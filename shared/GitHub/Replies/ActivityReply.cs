namespace ChangeSentinel.GitHub;

/// <summary>One move of a branch.</summary>
/// <param name="ActivityType">push, force_push, branch_creation, branch_deletion, pr_merge or
/// merge_queue_merge.</param>
/// <param name="Before">Zeros where the branch was created.</param>
/// <param name="After">Zeros where the branch was deleted.</param>
internal sealed record ActivityReply(string ActivityType, string Before, string After)
{
    /// <summary>Null where the account is gone.</summary>
    public AccountReply? Actor { get; init; }
}
