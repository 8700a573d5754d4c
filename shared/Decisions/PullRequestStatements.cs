using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Decisions;

/// <summary>What people said about a pull request on GitHub itself.</summary>
/// <param name="Refusals">What was said in vain, oldest first; whose approval does not count is for the decision to
/// say.</param>
public sealed record PullRequestStatements(Statements Statements, IReadOnlyList<Refusal> Refusals);

/// <summary>A command that was not followed.</summary>
/// <param name="Comment">The comment's id; null where it was said in a review.</param>
/// <param name="Line">As written, hostile.</param>
/// <param name="Why">Why not and what would work, whole sentences.</param>
public sealed record Refusal(long? Comment, Person Author, string Line, string Why);
