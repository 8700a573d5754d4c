using System.Diagnostics;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Approvals;

/// <summary>Where the author of a change stands: the lowest of everyone who had a hand in it.</summary>
/// <param name="Rank">−1 below the lowest rung, and where it isn't known.</param>
/// <param name="Rung">The rung's name, `none` or `unknown`.</param>
/// <param name="Reason">Why, a whole sentence.</param>
public sealed record AuthorStanding(int Rank, string Rung, string Reason)
{
    /// <param name="contributors">Those of this change.</param>
    public static AuthorStanding Of(Change change, Contributors contributors, Seniority seniority)
    {
        var known = AgentStart.IsByKnownHuman(change);
        var lowest = ButTheOpeners(change, [.. contributors.All.Where(each => Counts(each, known))])
            .DistinctBy(each => each.Person)
            .Select(each => (Contribution: each, Standing: Of(each.Person, known, change, seniority)))
            .OrderBy(pair => pair.Standing.Rank)
            .FirstOrDefault();
        return lowest.Contribution is null
            ? new(-1, "none", "Nobody but bots is known to have made it, so its author stands below every rung.")
            : new(lowest.Standing.Rank, lowest.Standing.Name, Sentence(lowest.Contribution, lowest.Standing));
    }

    /// <summary>
    /// A local branch whose every accountless commit bears one e-mail is its opener's, where somebody says who that is.
    /// </summary>
    private static IEnumerable<Contribution> ButTheOpeners(Change change, IReadOnlyList<Contribution> counted)
    {
        if (change is not { Reference: ChangeReference.LocalBranch, Opener.Login: not null })
            return counted;
        var accountless = counted.Where(each => PersonMarks.LoginOf(each.Person) is null && each.Person.Id is null)
            .ToLookup(each => each.Person.Email ?? "", StringComparer.OrdinalIgnoreCase);
        return accountless.Count == 1 ? counted.Except(accountless.First()) : counted;
    }

    private static bool Counts(Contribution contribution, bool byKnownHuman)
    {
        var person = contribution.Person;
        if (contribution is Contribution.OwnsBot)
            return false;
        if (Agents.IsAgentAccount(person))
            return !byKnownHuman;
        return contribution is Contribution.Opened || !Agents.IsAutomation(person);
    }

    /// <summary>
    /// An agent nobody is known to have started stands below the lowest rung, whatever lists it.
    /// </summary>
    private static Standing Of(Person person, bool byKnownHuman, Change change, Seniority seniority) =>
        !byKnownHuman && Agents.IsAgentAccount(person)
            ? new Standing.None()
            : FindStanding.Of(person, seniority, change.Membership);

    private static string Sentence(Contribution contribution, Standing standing)
    {
        var who = $"{contribution.Person.Display} {contribution.Clause}";
        return standing switch
        {
            Standing.On on => $"{who} and stands on {on.Rung.Name}.",
            Standing.None => $"{who} and stands on no rung.",
            Standing.Unknown unknown => $"{who} and counts as below every rung, because {unknown.Reason}.",
            _ => throw new UnreachableException(),
        };
    }
}
