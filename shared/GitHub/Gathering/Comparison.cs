using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>The three commits a change is judged between.</summary>
/// <param name="BaseCommit">The tip of the base branch.</param>
/// <param name="Total">How many commits the head has that the base lacks.</param>
internal sealed record Comparison(Sha BaseCommit, Sha MergeBase, Sha Head, int Total);
