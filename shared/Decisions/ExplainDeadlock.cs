using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Decisions;

/// <summary>
/// Says who would unblock a change where nobody who is left may, and why each other person may not.
/// </summary>
internal static class ExplainDeadlock
{
    private const int MostNames = 10;

    /// <summary>
    /// Null where somebody known is left for every requirement, or may be in a group that can't be read.
    /// </summary>
    public static string? Of(IReadOnlyList<Requirement> requirements, Candidates candidates, Hearing hearing)
    {
        var stuck = requirements.Where(requirement => !requirement.Met)
            .Where(requirement => !MayBeUnread(requirement, hearing) && IsStuck(requirement, candidates, hearing))
            .ToList();
        if (stuck.Count == 0)
            return null;

        IReadOnlyList<string> excluded =
        [
            .. candidates.People.Where(candidate => !candidate.Eligible)
                .Select(candidate => $"{candidate.Person.Display} {candidate.Why}"),
        ];
        var because = excluded.Count == 0 ? "" : $" ({Listing.Of(excluded, MostNames)})";
        IReadOnlyList<string> named =
        [
            .. stuck.SelectMany(requirement => FindCandidates.NamesFor(requirement, hearing))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return $"Too few of those who may approve are left{because}. Somebody else among "
            + $"{Listing.Of(named, MostNames)} would unblock it, or `/override` by {Overriders(hearing)}.";
    }

    /// <summary>What members of groups that can't be read could still do; whole sentences.</summary>
    public static IReadOnlyList<string> Unread(IReadOnlyList<Requirement> requirements, Hearing hearing)
    {
        IReadOnlyList<string> groups =
        [
            .. requirements.Where(requirement => !requirement.Met)
                .SelectMany(requirement => FindCandidates.NamesFor(requirement, hearing))
                .Where(name => FindCandidates.IsUnread(name, hearing.Electorate.Membership))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (groups.Count == 0)
            return [];
        var why = ((Known<IReadOnlyList<Person>>.Unknown)FindStanding.Group(
            groups[0], hearing.Electorate.Membership)).Reason;
        return [$"Members of {Listing.Of(groups, MostNames)} could approve; who they are can't be read here: {why}."];
    }

    private static string Overriders(Hearing hearing)
    {
        var needed = JudgeOverrides.Needed(hearing);
        return $"{(needed == 1 ? "one person" : $"{needed} people")} of {hearing.Assessment.Policy.Seniority.Top.Name}";
    }

    private static bool MayBeUnread(Requirement requirement, Hearing hearing) =>
        FindCandidates.NamesFor(requirement, hearing)
            .Any(name => FindCandidates.IsUnread(name, hearing.Electorate.Membership));

    private static bool IsStuck(Requirement requirement, Candidates candidates, Hearing hearing)
    {
        var electorate = hearing.Electorate;
        var left = candidates.People.Where(candidate => candidate.Eligible).Select(each => each.Person).ToList();
        var able = left.Count(person => Eligibility.TooLow(person, requirement.Rule.From, electorate) is null);
        return able < requirement.Approvals
            || requirement.OwnersMissingOnce.Any(owned =>
                !left.Any(person => FindCandidates.Owns(person, owned, electorate)));
    }
}
