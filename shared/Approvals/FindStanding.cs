using System.Diagnostics;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>Whether somebody is one of those a policy names.</summary>
public enum Belonging
{
    No,
    Yes,
    Unknown,
}

/// <summary>Finds where a person stands, and whether a name of the policy means them.</summary>
public static class FindStanding
{
    private const string RolePrefix = "role:";

    /// <summary>The highest rung that lists the person; unknown where a higher one can't be read.</summary>
    public static Standing Of(Person person, Seniority seniority, Membership membership)
    {
        foreach (var rung in seniority.Rungs.OrderByDescending(rung => rung.Rank))
        {
            var unread = new List<string>();
            foreach (var member in rung.Members)
            {
                var (belongs, why) = Belongs(person, member, membership);
                if (belongs is Belonging.Yes)
                    return new Standing.On(rung);
                if (belongs is Belonging.Unknown)
                    unread.Add($"{member} can't be read ({why})");
            }

            if (unread.Count > 0)
                return new Standing.Unknown(string.Join(", ", unread));
        }

        return new Standing.None();
    }

    /// <summary>
    /// Whether `@user`, `@org/team` or `role:NAME` means this person, and why that isn't known.
    /// </summary>
    public static (Belonging Belongs, string Why) Belongs(Person person, string member, Membership membership)
    {
        if (IsGroup(member))
            return Group(member, membership) switch
            {
                Known<IReadOnlyList<Person>>.Fact group =>
                    (group.Value.Any(each => PersonMarks.IsSame(each, person)) ? Belonging.Yes : Belonging.No, ""),
                Known<IReadOnlyList<Person>>.Unknown unknown => (Belonging.Unknown, unknown.Reason),
                _ => throw new UnreachableException(),
            };
        if (!member.StartsWith('@'))
            return (Belonging.No, "");

        var login = member[1..];
        if (membership.Accounts.TryGetValue(login, out var bound))
            return bound is Known<Person>.Fact account
                ? (PersonMarks.IsSame(account.Value, person) ? Belonging.Yes : Belonging.No, "")
                : (MayBear(person, login) ? Belonging.Unknown : Belonging.No, ((Known<Person>.Unknown)bound).Reason);
        return PersonMarks.LoginOf(person) is null && person.Id is null
            ? (Belonging.Unknown, $"no account of {person.Display} is known")
            : (MayBear(person, login) ? Belonging.Yes : Belonging.No, "");
    }

    /// <summary>`@org/team` or `role:NAME`, rather than a single account.</summary>
    public static bool IsGroup(string member) =>
        member.StartsWith(RolePrefix, StringComparison.Ordinal)
        || (member.StartsWith('@') && member.Contains('/', StringComparison.Ordinal));

    public static Known<IReadOnlyList<Person>> Group(string member, Membership membership) =>
        member.StartsWith(RolePrefix, StringComparison.Ordinal)
            ? membership.Role(member[RolePrefix.Length..])
            : membership.Team(member);

    /// <summary>Every record of a person that a team, a role or a bound name gives.</summary>
    public static IEnumerable<Person> AllRead(Membership membership) =>
    [
        .. membership.Teams.Values.Concat(membership.Roles.Values).SelectMany(group => group.Or([])),
        .. membership.Accounts.Values.OfType<Known<Person>.Fact>().Select(account => account.Value),
    ];

    private static bool MayBear(Person person, string login) =>
        string.Equals(PersonMarks.LoginOf(person), login, StringComparison.OrdinalIgnoreCase);
}
