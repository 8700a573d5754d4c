using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Decisions;

/// <summary>Everyone who might approve, and the groups whose members can't be read.</summary>
internal sealed record Candidates(IReadOnlyList<Candidate> People, IReadOnlyList<string> UnreadGroups);

/// <summary>Finds who could approve, and why everybody else could not.</summary>
internal static class FindCandidates
{
    public static Candidates For(IReadOnlyList<Requirement> requirements, Hearing hearing)
    {
        IReadOnlyList<string> names =
        [
            .. requirements.SelectMany(requirement => NamesFor(requirement, hearing))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        var membership = hearing.Electorate.Membership;
        var named = names.SelectMany(name => Bearers(name, membership))
            .Concat(requirements.Count > 0 ? Heard(hearing) : [])
            .Select(person => (person, isAsked: true));
        var known = FindStanding.AllRead(membership).Select(person => (person, isAsked: false));
        var people = DistinctPeople.Of(named.Concat(known), pair => pair.person)
            .Where(records => records.Any(record => record.isAsked))
            .Select(records => Best([.. records.Select(record => record.person)]))
            .Where(AgentStart.IsHuman)
            .Select(person => Judge(person, requirements, hearing))
            .OrderByDescending(candidate => candidate.Eligible);
        return new([.. people], [.. names.Where(name => IsUnread(name, membership))]);
    }

    /// <summary>Whether this person's approval would count toward a requirement.</summary>
    public static bool Qualifies(Person person, Requirement requirement, Electorate electorate) =>
        (requirement.Approvals > 0 && Eligibility.TooLow(person, requirement.Rule.From, electorate) is null)
        || requirement.OwnersMissingOnce.Any(owned => Owns(person, owned, electorate));

    public static bool Owns(Person person, PathOwners owned, Electorate electorate) =>
        owned.Owners is Known<IReadOnlyList<string>>.Fact known
        && Eligibility.IsOwner(person, known.Value, electorate);

    /// <summary>The rungs' members and the owners a requirement asks, as written.</summary>
    public static IReadOnlyList<string> NamesFor(Requirement requirement, Hearing hearing) =>
    [
        .. requirement.Approvals == 0
            ? []
            : hearing.Assessment.Policy.Seniority.Rungs
                .Where(rung => rung.Rank >= (requirement.Rule.From?.Rank ?? 0))
                .SelectMany(rung => rung.Members),
        .. requirement.OwnersMissingOnce.SelectMany(owned => owned.Owners.Or([])),
    ];

    public static bool IsUnread(string name, Membership membership) =>
        FindStanding.IsGroup(name)
        && FindStanding.Group(name, membership) is Known<IReadOnlyList<Person>>.Unknown;

    private static Candidate Judge(Person person, IReadOnlyList<Requirement> requirements, Hearing hearing)
    {
        var electorate = hearing.Electorate;
        var standing = electorate.StandingOf(person);
        var rung = (standing as Standing.On)?.Rung.Name;
        if (Eligibility.Exclusion(person, electorate) is { } exclusion)
            return new(person, rung, Eligible: false, exclusion);
        if (requirements.Any(requirement => Qualifies(person, requirement, electorate)))
            return new(person, rung, Eligible: true, "");
        var low = requirements.Select(requirement => Eligibility.TooLow(person, requirement.Rule.From, electorate))
            .FirstOrDefault(why => why is not null);
        return new(person, rung, Eligible: false, low ?? "owns none of the paths that lack an owner");
    }

    private static IEnumerable<Person> Bearers(string name, Membership membership)
    {
        if (FindStanding.IsGroup(name))
            return FindStanding.Group(name, membership).Or([]);
        if (!name.StartsWith('@'))
            return [];
        return membership.Accounts.TryGetValue(name[1..], out var bound) && bound is Known<Person>.Fact account
            ? [account.Value]
            : [new() { Login = name[1..] }];
    }

    /// <summary>Who made the change or spoke about it.</summary>
    private static IEnumerable<Person> Heard(Hearing hearing) =>
    [
        .. hearing.Electorate.Contributors.All.Select(each => each.Person),
        .. hearing.Statements.Given.Select(approval => approval.Person),
        .. hearing.Assessment.Change.Reviews.Select(review => review.Reviewer),
    ];

    /// <summary>Of several records of one person the one that says most.</summary>
    private static Person Best(IReadOnlyList<Person> records) =>
        records.OrderByDescending(record => record.Id is not null)
            .ThenByDescending(record => record.Kind is AccountKind.User)
            .ThenByDescending(record => record.Login is not null)
            .First();
}
