using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>How much of a rule is met.</summary>
/// <param name="Counting">One record of each person whose approval counts toward the number asked.</param>
/// <param name="Missing">How many more people must agree to every path.</param>
/// <param name="OwnersMissing">Owned paths whose owners have not agreed.</param>
public sealed record Tally(
    IReadOnlyList<Person> Counting, int Missing, IReadOnlyList<PathOwners> OwnersMissing)
{
    /// <summary>Owners who agreed to a path of theirs.</summary>
    public IReadOnlyList<Person> OwnersCounting { get; init; } = [];

    public bool IsMet => Missing == 0 && OwnersMissing.Count == 0;

    /// <param name="owned">The paths whose owners this rule asks.</param>
    public static Tally Of(
        Ask ask, IReadOnlyList<PathOwners> owned, IReadOnlyList<Vote> votes, Electorate electorate)
    {
        var people = DistinctPeople.Of(
            votes.Where(vote => WhyNot(vote, ask, electorate) is null && vote.Holding.IsIntact), Giver);
        var strong = votes.Where(vote => IsStrongEnough(vote, ask)).ToList();
        var owners = owned.Zip(CountOwners.Of(owned, strong, electorate)).ToList();
        return new(
            [.. people.Select(person => Giver(person[0])).OrderBy(person => person.Display, StringComparer.Ordinal)],
            Math.Max(0, ask.Approvals - Fewest(people, ask.Rule.DistinctTeam, electorate)),
            [.. owners.Where(pair => pair.Second is []).Select(pair => pair.First)])
        {
            OwnersCounting =
            [
                .. DistinctPeople.Of(owners.SelectMany(pair => pair.Second).Distinct(), Giver)
                    .Select(person => Giver(person[0])),
            ],
        };
    }

    /// <summary>How many agree to the path that the fewest agree to.</summary>
    private static int Fewest(IReadOnlyList<IReadOnlyList<Vote>> people, bool distinctTeam, Electorate electorate) =>
        electorate.Change.Files.Or([]).Select(file => file.Path).Distinct(StringComparer.Ordinal)
            .Select(path => people.Index().Where(person => person.Item.Any(vote => vote.Covers(path))).ToList())
            .DistinctBy(agreeing => string.Join(' ', agreeing.Select(person => person.Index)), StringComparer.Ordinal)
            .Select(agreeing => distinctTeam
                ? DistinctTeams.Most([.. agreeing.Select(person => Records(person.Item))], electorate)
                : agreeing.Count)
            .DefaultIfEmpty(0)
            .Min();

    /// <summary>
    /// Why an approval does not count toward the number a rule asks, a clause; null where it may.
    /// </summary>
    public static string? WhyNot(Vote vote, Ask ask, Electorate electorate)
    {
        var approval = vote.Approval;
        if (vote.Void is not null)
            return "does not count at all";
        if (!IsStrongEnough(vote, ask))
            return "did not prove it with GitHub";
        if (Eligibility.TooLow(approval.Person, ask.Rule.From, electorate) is { } low)
            return low;
        return ask.Rule.From is { } from && approval.PolicyDigest == ask.PolicyDigest && approval.Rank < from.Rank
            ? $"stood below {from.Name} when it was given"
            : null;
    }

    private static IReadOnlyList<Person> Records(IReadOnlyList<Vote> person) =>
        [.. person.Select(Giver)];

    private static Person Giver(Vote vote) => vote.Approval.Person;

    private static bool IsStrongEnough(Vote vote, Ask ask) =>
        ask.Rule.Strength is ApprovalStrength.Chat || vote.Approval.Strength is ApprovalStrength.GitHub;
}

/// <summary>A rule that holds, and how many people it asks here.</summary>
public sealed record Ask(RequireRule Rule, int Approvals, string PolicyDigest);
