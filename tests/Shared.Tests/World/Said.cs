using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Tests.World;

/// <summary>Words with which a test says what people said, and has it decided.</summary>
public static class Said
{
    /// <summary>Approvals of a change as it stands, by people who stood high enough at every tier.</summary>
    public static Statements Approved(this Statements said, Change change, params string[] logins) =>
        said.Approved([.. logins.Select(login => Approval(change, A.Person(login)))]);

    public static Statements Approved(this Statements said, params Approval[] approvals) =>
        said with { Given = [.. said.Given, .. approvals] };

    public static Approval Approval(Change change, Person person) => new()
    {
        Person = person,
        Rank = 9,
        Head = change.Head,
        PolicyDigest = "policy",
        TierRank = 9,
        Covers = [.. change.Files.Or([]).Select(Fingerprint.Of)],
        Channel = ApprovalChannel.Review,
        Strength = ApprovalStrength.GitHub,
        At = A.Now,
    };

    public static Statements Vetoed(this Statements said, string login, int rank = 1) => said with
    {
        Vetoes = [.. said.Vetoes, new(A.Person(login), rank, "it locks refunds", A.Now)],
    };

    public static Statements Overridden(this Statements said, Change change, params string[] logins) => said with
    {
        Overrides =
        [
            .. said.Overrides,
            .. logins.Select(login => new Override(A.Person(login), change.Head, "INC-2211", A.Now)),
        ],
    };

    public static Decision Decided(this Change change, Policy policy, Statements? said = null) =>
        Decide.On(Assess.Change(change, policy, said?.DeclaredAi), said ?? Statements.None, A.Now);

    /// <summary>The decision on a change that these people approved as it stands.</summary>
    public static Decision ApprovedBy(this Change change, Policy policy, params string[] logins) =>
        change.Decided(policy, Statements.None.Approved(change, logins));
}
