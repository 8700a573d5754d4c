namespace ChangeSentinel.Changes;

/// <summary>What a review on the forge said.</summary>
public enum ReviewVerdict
{
    Approved,
    ChangesRequested,
    Commented,
    Dismissed,
}

/// <summary>A review of a pull request, as the forge keeps it.</summary>
public sealed record Review(Person Reviewer, ReviewVerdict Verdict, Sha Head, DateTimeOffset At)
{
    /// <summary>What the reviewer wrote beside the verdict, hostile; empty where nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// What a dismissed review had said; null where the forge does not tell, and for every other review.
    /// </summary>
    /// <seealso href="https://docs.github.com/graphql/reference/objects#reviewdismissedevent"/>
    public ReviewVerdict? Before { get; init; }
}
