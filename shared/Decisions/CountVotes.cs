using ChangeSentinel.Approvals;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Decisions;

/// <summary>
/// Sorts approvals into those that count, those that don't and why, and who is asked again.
/// </summary>
internal static class CountVotes
{
    private const int MostPaths = 5;

    public static Decision Into(Decision decision, Hearing hearing)
    {
        var judged = hearing.Votes.Select(vote => (vote, why: WhyNot(vote, decision, hearing))).ToList();
        return decision with
        {
            Counted = [.. judged.Where(pair => pair.why is null).Select(pair => pair.vote.Approval)],
            NotCounted =
                [.. judged.Where(pair => pair.why is not null).Select(pair => (pair.vote.Approval, pair.why!))],
            AskAgain = decision.State is DecisionState.Waiting ? AskAgain(hearing) : [],
        };
    }

    private static string? WhyNot(Vote vote, Decision decision, Hearing hearing)
    {
        var who = vote.Approval.Person.Display;
        if (vote.Void is not null)
            return vote.Void;
        if (decision.Requirements.Any(requirement => Counts(vote, requirement, hearing)))
            return null;
        if (!vote.Holding.IsIntact)
            return $"{who} approved {vote.Approval.Head.Short}, and {Listing.Of(vote.Holding.Changed, MostPaths)} "
                + "changed since.";
        return decision.Requirements
            .Select(requirement => Tally.WhyNot(vote, AskOf(requirement, hearing), hearing.Electorate))
            .FirstOrDefault(why => why is not null) is { } clause
            ? $"{who}'s approval does not count: {who} {clause}."
            : $"{who}'s approval was not asked for.";
    }

    private static bool Counts(Vote vote, Requirement requirement, Hearing hearing) =>
        (requirement.Approvals > 0
            && vote.Holding.IsIntact
            && Tally.WhyNot(vote, AskOf(requirement, hearing), hearing.Electorate) is null)
        || requirement.OwnersMetBy.Any(owner => PersonMarks.MayBeSame(owner, vote.Approval.Person));

    private static Ask AskOf(Requirement requirement, Hearing hearing) =>
        new(requirement.Rule, requirement.Approvals, hearing.Assessment.Policy.Digest);

    private static IReadOnlyList<ReAsk> AskAgain(Hearing hearing) =>
    [
        .. DistinctPeople.Of(hearing.Votes, vote => vote.Approval.Person)
            .Where(votes => votes.All(vote => News(vote).Count > 0))
            .Where(votes => Eligibility.Exclusion(votes[0].Approval.Person, hearing.Electorate) is null)
            .Select(votes => votes.MinBy(vote => News(vote).Count)!)
            .Select(vote => new ReAsk(vote.Approval.Person, vote.Approval.Head, News(vote))),
    ];

    private static IReadOnlyList<string> News(Vote vote) => [.. vote.Holding.Changed, .. vote.Holding.Unseen];
}
