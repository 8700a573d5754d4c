using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>The facts that decide who may speak about a change, and who may not.</summary>
public sealed record Electorate(Change Change, Seniority Seniority, Contributors Contributors)
{
    public static Electorate Of(Change change, Seniority seniority, Statements statements) =>
        new(change, seniority, Contributors.Of(change, Records(change, statements)));

    /// <summary>A local repository knows no accounts and no rights: names stand for accounts there.</summary>
    public bool IsLocal => Change.Reference is ChangeReference.LocalBranch;

    public Membership Membership => Change.Membership;

    public Standing StandingOf(Person person) => FindStanding.Of(person, Seniority, Membership);

    private static IEnumerable<Person> Records(Change change, Statements statements) =>
    [
        .. change.Reviews.Select(review => review.Reviewer),
        .. statements.Given.Select(approval => approval.Person),
        .. statements.Overrides.Select(wish => wish.Person),
        .. FindStanding.AllRead(change.Membership),
    ];
}
