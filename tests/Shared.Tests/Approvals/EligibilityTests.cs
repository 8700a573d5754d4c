using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Approvals;

public static class EligibilityTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 1, "senior");

    public static TheoryData<string, Change, Person> Excluded() => new()
    {
        { "opened it", Change().OpenedBy(A.Person("alice")), A.Person("alice") },
        { "pushed to it", Change().PushedBy(A.Person("dana"), A.Person("alice")), A.Person("alice") },
        { "alice wrote ", Change().WithCommit(A.Person("alice"), A.Person("dana")), A.Person("alice") },
        { "alice committed ", Change().WithCommit(A.Person("dana"), A.Person("alice")), A.Person("alice") },
        { "started the agent", Change() with { AgentOperators = A.People("alice") }, A.Person("alice") },
        { "owns a bot", Change() with { BotOwners = A.People("alice") }, A.Person("alice") },
        { "is a bot", Change(), A.Person("alice") with { Kind = AccountKind.Bot } },
        { "is a bot", Change(), A.Person("alice[bot]") },
        { "not known by an account", Change(), A.Person("alice") with { Id = null } },
        { "not known to be a person", Change(), A.Person("alice") with { Kind = AccountKind.Unknown } },
        { "has no write access", Change().WithRole("write", "bob"), A.Person("alice") },
        {
            "not known to have write",
            Change().WithRole("write", A.Unknown<IReadOnlyList<Person>>()),
            A.Person("alice")
        },
        { "stands on mid, below senior", Change(), A.Person("carol") },
        { "stands on no rung", Change(), A.Person("grace") },
    };

    [Theory]
    [MemberData(nameof(Excluded))]
    public static void Who_is_not_eligible_does_not_count_and_is_told_why(string why, Change change, Person person)
    {
        var said = Statements.None.Approved(Said.Approval(change, person));

        var decision = change.Decided(Policy, said);

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Contains(why, Assert.Single(decision.NotCounted).Why, StringComparison.Ordinal);
    }

    public static TheoryData<string, Person> HiddenSelves() => new()
    {
        { "her private address", new() { Email = $"{A.Person("alice").Id}+somebody@users.noreply.github.com" } },
        { "her old private address", new() { Email = "Alice@users.noreply.github.com" } },
        { "her e-mail on another account", A.Person("mallory") with { Email = "ALICE@acme.example" } },
        { "her renamed account", A.Person("alice") with { Login = "alice-2", Email = null } },
        { "her login on a commit", new() { Login = "ALICE" } },
    };

    [Theory]
    [MemberData(nameof(HiddenSelves))]
    public static void Any_mark_of_a_contributor_excludes(string how, Person author)
    {
        var change = Change().Locally().WithCommit(author, A.Person("dana"));

        Assert.True(change.ApprovedBy(Policy, "alice").State is DecisionState.Waiting, how);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(Policy, "bob").State);
    }

    [Fact]
    public static void Two_records_of_one_person_are_joined_by_a_third()
    {
        var hidden = new Person { Name = "D", Email = "d@home.example" };
        var bridge = new Person { Id = 4711, Email = "d@home.example", Kind = AccountKind.User };
        var account = A.Person("alice") with { Id = 4711, Email = null };
        var change = Change().Locally().WithCommit(hidden, A.Person("dana"));

        var joined = change.WithTeam("@acme/all", Known.Fact<IReadOnlyList<Person>>([bridge]));
        var said = Statements.None.Approved(Said.Approval(change, account));

        Assert.Equal(DecisionState.Approved, change.Decided(Policy, said).State);
        Assert.Equal(DecisionState.Waiting, joined.Decided(Policy, said).State);
    }

    [Fact]
    public static void A_name_in_a_trailer_warns_and_does_not_exclude()
    {
        var change = Change().WithCommit(
            A.Person("dana"), message: "Round\n\nCo-authored-by: Alice <alice@acme.example>");

        var decision = change.ApprovedBy(Policy, "alice");

        Assert.Equal(DecisionState.Approved, decision.State);
        Assert.Contains(decision.Remarks, remark => remark.StartsWith(
            "alice approved and is named as a co-author of ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, DecisionState.Waiting)]
    [InlineData(false, DecisionState.Approved)]
    public static void An_agent_nobody_is_known_to_have_started_takes_two(bool unknown, DecisionState one)
    {
        var change = Change().OpenedBy(A.Bot("Copilot")) with { AgentOperators = unknown ? [] : A.People("dana") };

        Assert.Equal(one, change.ApprovedBy(Policy, "alice").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(Policy, "alice", "bob").State);
    }

    [Fact]
    public static void An_agent_without_an_operator_doubles_one_approval_and_no_more()
    {
        var change = Change().OpenedBy(A.Bot("Copilot"));
        var policy = A.Policy().Requiring("low", 3, "senior");

        Assert.Equal(3, Assert.Single(change.Decided(policy).Requirements).Approvals);
    }

    [Fact]
    public static void In_a_local_repository_names_stand_for_accounts()
    {
        var change = Change().Locally();
        var named = new Person { Login = "alice" };
        var nameless = new Person { Name = "alice" };

        Assert.Equal(DecisionState.Approved, change.Decided(Policy, Statements.None.Approved(
            Said.Approval(change, named))).State);
        Assert.Equal(DecisionState.Waiting, change.Decided(Policy, Statements.None.Approved(
            Said.Approval(change, nameless))).State);
    }

    [Theory]
    [InlineData(0, DecisionState.Waiting)]
    [InlineData(1, DecisionState.Approved)]
    public static void Who_stood_too_low_when_he_approved_does_not_count_under_the_same_policy(
        int rank, DecisionState state)
    {
        var change = Change();
        var approval = Said.Approval(change, A.Person("alice")) with { Rank = rank };

        Assert.Equal(state, change.Decided(Policy, Statements.None.Approved(approval)).State);
        Assert.Equal(
            DecisionState.Approved,
            change.Decided(Policy with { Digest = "new" }, Statements.None.Approved(approval)).State);
    }

    [Theory]
    [InlineData(ApprovalStrength.Chat, DecisionState.Waiting)]
    [InlineData(ApprovalStrength.GitHub, DecisionState.Approved)]
    public static void A_rule_may_ask_for_proof_by_GitHub(ApprovalStrength strength, DecisionState state)
    {
        var change = Change();
        var policy = A.Policy();
        policy = policy.Requiring(policy.Rule("low", 1, "senior") with { Strength = ApprovalStrength.GitHub });
        var approval = Said.Approval(change, A.Person("alice")) with { Strength = strength };

        Assert.Equal(state, change.Decided(policy, Statements.None.Approved(approval)).State);
    }

    private static Change Change() => A.Change().Touching("README.md");
}
