using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>What is asked and of whom: the first lines of a comment.</summary>
/// <param name="Stands">Where the change stands, without a full stop.</param>
/// <param name="Now">What follows from it, whole sentences.</param>
internal sealed record CommentHeadline(string Stands, string Now)
{
    private const int MostNames = 4;

    public static CommentHeadline Of(Decision decision, Sha head) => decision.State switch
    {
        DecisionState.NotApplicable => new("Nothing is asked", First(decision)),
        DecisionState.Waiting => Waiting(decision, head),
        DecisionState.Approved => Approved(decision, head),
        DecisionState.Vetoed => new(
            $"Vetoed by {Names(decision.Vetoes.Select(each => each.Person))}",
            $"{Sentence(decision.Vetoes is [var veto, ..] ? veto.Reason : "")} {Outstanding.Next(decision)}"),
        DecisionState.Overridden => new(
            $"OVERRIDDEN by {Names(decision.Overrides.Select(each => each.Person))}",
            $"{Sentence(decision.Overrides is [var one, ..] ? one.Reason : "")} {Outstanding.Next(decision)}"),
        DecisionState.Undecided => new("Undecided", string.Join(' ', decision.Reasons.Take(1).Concat(
            decision.Reasons.Skip(1).TakeLast(1)))),
        DecisionState.NoPolicy => new("No policy", $"{First(decision)} {Outstanding.Next(decision)}"),
        DecisionState.BadPolicy => new("The policy has errors", $"{Error(decision)} {Outstanding.Next(decision)}"),
    };

    private static CommentHeadline Waiting(Decision decision, Sha head)
    {
        IReadOnlyList<Requirement> open = [.. decision.Requirements.Where(requirement => !requirement.Met)];
        if (open.Count == 0)
            return new("Waiting for the author", First(decision));

        var asks = Wording.And([.. open.Select(Outstanding.Open).Distinct(StringComparer.Ordinal)]);
        return decision.Deadlock is { } deadlock
            ? new($"Waiting for {asks}, and nobody eligible is left", deadlock)
            : new(
                $"Waiting for {asks}",
                $"{Approvers(decision)} can approve: with a review, or with the comment `/approve {head.Short}` here.");
    }

    private static CommentHeadline Approved(Decision decision, Sha head) => decision.Counted.Count == 0
        ? new("Approved", First(decision))
        : new(
            $"Approved by {Names(decision.Counted.Select(given => given.Person))}",
            $"Nothing more is asked of {head.Short}.");

    /// <summary>Those whose approval new content voided come first; they know the change.</summary>
    private static string Approvers(Decision decision)
    {
        var eligible = Outstanding.Approvers(decision);
        var first = decision.AskAgain.Select(again => again.Person.Display)
            .Intersect(eligible, StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<string> names = [.. first.Union(eligible, StringComparer.OrdinalIgnoreCase)];
        IReadOnlyList<string> groups = [.. decision.UnreadGroups.Take(2).Select(group => $"a member of {group}")];
        return names.Count > MostNames
            ? Wording.Some(names, MostNames)
            : Wording.Or([.. names, .. groups]) is { Length: > 0 } some ? some : "Somebody eligible";
    }

    private static string Names(IEnumerable<Person> people) =>
        Wording.And([.. people.Select(person => person.Display).Distinct(StringComparer.OrdinalIgnoreCase)])
            is { Length: > 0 } names ? names : "somebody unknown";

    private static string Sentence(string text) =>
        text.TrimEnd() is [.., '.' or '?' or '!'] words ? words : text.TrimEnd() + ".";

    private static string Error(Decision decision) =>
        Sentence(decision.Reasons.FirstOrDefault(reason => reason.Contains(": error: ", StringComparison.Ordinal))
            ?? First(decision));

    private static string First(Decision decision) =>
        decision.Reasons is [var first, ..] ? first : "No reason is given.";
}
