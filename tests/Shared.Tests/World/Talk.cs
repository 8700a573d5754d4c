using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Tests.World;

/// <summary>
/// Words with which a test says what people wrote on a pull request, one thing a minute, and has it decided.
/// </summary>
public static class Talk
{
    public static Change Reviewed(this Change change, string login, ReviewVerdict verdict, string text = "") =>
        change.Reviewed(new Review(A.Person(login), verdict, change.Head, change.Next()) { Text = text });

    public static Change Reviewed(this Change change, Review review) =>
        change with { Reviews = [.. change.Reviews, review] };

    /// <summary>An approving or objecting review that somebody dismissed.</summary>
    public static Change Dismissed(this Change change, string login, ReviewVerdict? before) =>
        change.Reviewed(
            new Review(A.Person(login), ReviewVerdict.Dismissed, change.Head, change.Next()) { Before = before });

    public static Change Commented(this Change change, string login, string text, bool edited = false) =>
        change.Commented(A.Person(login), text, edited);

    public static Change Commented(this Change change, Person person, string text, bool edited = false) =>
        change with
        {
            Comments = [.. change.Comments, new(change.Comments.Count + 1, person, text, change.Next(), edited)],
        };

    /// <summary>A new head; what stood before becomes a former one, with what it was.</summary>
    public static Change Pushed(this Change change, string head, Func<Change, Change> edit) =>
        edit(change).At(head) with
        {
            FormerHeads = [change.Head, .. change.FormerHeads],
            SpokenHeads = new Dictionary<Sha, Known<IReadOnlyList<ChangedFile>>>(change.SpokenHeads)
            {
                [change.Head] = change.Files,
            },
        };

    public static PullRequestStatements Heard(this Change change, Policy policy) =>
        HearPullRequest.Of(Assess.Change(change, policy, HearPullRequest.DeclaredAi(change)));

    public static Decision DecidedByTalk(this Change change, Policy policy) =>
        change.Decided(policy, change.Heard(policy).Statements);

    private static DateTimeOffset Next(this Change change) =>
        A.Now.AddMinutes(change.Reviews.Count + change.Comments.Count);
}
