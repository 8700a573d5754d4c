using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>Who may approve a change, and why anybody else may not.</summary>
public static class Eligibility
{
    /// <summary>
    /// The repository roles that may push; a custom role counts where the facts list its holders under one.
    /// </summary>
    public static IReadOnlyList<string> WritingRoles { get; } = ["write", "maintain", "admin"];

    /// <summary>
    /// Why this person may approve nothing here, a clause; null where nothing speaks against it.
    /// </summary>
    public static string? Exclusion(Person person, Electorate electorate) =>
        NoPerson(person, electorate)
        ?? electorate.Contributors.Find(person)?.Clause
        ?? NoWriteAccess(person, electorate);

    /// <summary>Why an objection of this person does not block, a clause; null where it does.</summary>
    /// <param name="rank">The rank of the person's rung when the objection was made; it holds until it is
    /// cleared.</param>
    /// <param name="owned">The touched paths' owners.</param>
    /// <remarks>
    /// What only a commit says silences nobody: else a commit in a reviewer's name would. Nor does a later push, nor
    /// an unknown right: ignorance may not let a change pass.
    /// </remarks>
    public static string? Silenced(Person person, int rank, IReadOnlyList<PathOwners> owned, Electorate electorate)
    {
        if (!AgentStart.IsHuman(person))
            return "is a bot";
        if (electorate.Contributors.Find(person) is { IsVouchedFor: true } and not Contribution.Pushed and var made)
            return made.Clause;
        if (rank >= 0)
            return null;
        if (!electorate.IsLocal && WriteAccess(person, electorate.Membership) is Belonging.No)
            return "has no write access";
        return electorate.StandingOf(person) is Standing.None && !owned.Any(each => MayOwn(person, each, electorate))
            ? "stands on no rung and owns nothing here"
            : null;
    }

    /// <summary>Why this person stands too low for a rung, a clause; null where high enough.</summary>
    public static string? TooLow(Person person, Rung? from, Electorate electorate)
    {
        if (from is null)
            return null;
        return electorate.StandingOf(person) switch
        {
            Standing.On on when on.Rung.Rank >= from.Rank => null,
            Standing.On on => $"stands on {on.Rung.Name}, below {from.Name}",
            Standing.Unknown unknown => $"stands on an unknown rung: {unknown.Reason}",
            _ => $"stands on no rung, below {from.Name}",
        };
    }

    /// <summary>Yes only where one of the owners' names certainly means this person.</summary>
    public static bool IsOwner(Person person, IReadOnlyList<string> owners, Electorate electorate) =>
        owners.Any(owner =>
            FindStanding.Belongs(person, owner, electorate.Membership).Belongs is Belonging.Yes);

    private static bool MayOwn(Person person, PathOwners owned, Electorate electorate) =>
        owned.Owners is not Known<IReadOnlyList<string>>.Fact owners
        || owners.Value.Any(owner =>
            FindStanding.Belongs(person, owner, electorate.Membership).Belongs is not Belonging.No);

    private static string? NoPerson(Person person, Electorate electorate)
    {
        if (!AgentStart.IsHuman(person))
            return "is a bot";
        if (electorate.IsLocal)
            return PersonMarks.Of(person).Count == 0 ? "is known by a name alone" : null;
        if (person.Id is null)
            return "is not known by an account";
        return person.Kind is AccountKind.User ? null : "is not known to be a person's account";
    }

    private static string? NoWriteAccess(Person person, Electorate electorate)
    {
        if (electorate.IsLocal)
            return null;
        return WriteAccess(person, electorate.Membership) switch
        {
            Belonging.Yes => null,
            Belonging.No => "has no write access",
            Belonging.Unknown => "is not known to have write access",
        };
    }

    private static Belonging WriteAccess(Person person, Membership membership)
    {
        IReadOnlyList<Belonging> held =
            [.. WritingRoles.Select(role => FindStanding.Belongs(person, $"role:{role}", membership).Belongs)];
        if (held.Contains(Belonging.Yes))
            return Belonging.Yes;
        return held.Contains(Belonging.Unknown) ? Belonging.Unknown : Belonging.No;
    }
}
