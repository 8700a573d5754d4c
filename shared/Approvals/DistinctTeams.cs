using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>
/// How many people can be told apart by team, each standing for one of theirs and no two for the same.
/// </summary>
/// <remarks>
/// A team that is all of a rung's teams is a rank, not a team: everyone on the rung is in it, and would make two
/// members of one real team count as different.
/// </remarks>
public static class DistinctTeams
{
    /// <summary>The size of the largest matching between people and their teams.</summary>
    /// <param name="people">Each with every record of them.</param>
    public static int Most(IReadOnlyList<IReadOnlyList<Person>> people, Electorate electorate)
    {
        var ranks = electorate.Seniority.Rungs
            .Select(rung => rung.Members.Where(IsTeam).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
            .Where(teams => teams.Count == 1)
            .Select(teams => teams[0])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<IReadOnlyList<string>> teamsOf =
        [
            .. people.Select(person => electorate.Membership.Teams.Keys
                .Where(team => !ranks.Contains(team))
                .Where(team => person.Any(record => Eligibility.IsOwner(record, [team], electorate)))
                .Select(team => team.ToLowerInvariant())
                .ToList()),
        ];

        var standsFor = new Dictionary<string, int>(StringComparer.Ordinal);
        return Enumerable.Range(0, people.Count)
            .Count(person => Place(person, teamsOf, standsFor, new HashSet<string>(StringComparer.Ordinal)));
    }

    private static bool IsTeam(string member) => member.StartsWith('@') && FindStanding.IsGroup(member);

    /// <summary>
    /// Finds a team for this person, moving those already placed to another of theirs where needed.
    /// </summary>
    private static bool Place(
        int person,
        IReadOnlyList<IReadOnlyList<string>> teamsOf,
        Dictionary<string, int> standsFor,
        HashSet<string> tried)
    {
        foreach (var team in teamsOf[person].Where(tried.Add))
        {
            if (standsFor.TryGetValue(team, out var other) && !Place(other, teamsOf, standsFor, tried))
                continue;
            standsFor[team] = person;
            return true;
        }

        return false;
    }
}
