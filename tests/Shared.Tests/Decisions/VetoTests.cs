using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class VetoTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 1, "senior");

    public static TheoryData<string, Change, string, int, bool> Objections() => new()
    {
        { "a senior's", Change(), "bob", 1, true },
        { "a lower rung's", Change(), "carol", 0, true },
        { "no rung's", Change(), "grace", -1, false },
        { "a stranger's", Change(), "mallory", -1, false },
        { "the opener's", Change(), "dana", 0, false },
        { "the agent's starter's", Change() with { AgentOperators = A.People("bob") }, "bob", 1, false },
        { "an author's, by what a commit says", Change().WithCommit(A.Person("bob")), "bob", 1, true },
        { "a later pusher's", Change().PushedBy(A.Person("dana"), A.Person("bob")), "bob", 1, true },
        { "who has left since", Change().WithRole("write", "alice"), "bob", 1, true },
        { "an owner's", Change().WithCodeOwners("* @grace"), "grace", -1, true },
        {
            "an unknown rung's",
            Change().WithRole("write", A.Unknown<IReadOnlyList<Person>>()).UnreadTeam("@acme/seniors"),
            "heidi",
            -1,
            true
        },
    };

    [Theory]
    [MemberData(nameof(Objections))]
    public static void An_eligible_person_s_objection_blocks(
        string whose, Change change, string login, int rank, bool blocks)
    {
        var policy = whose.StartsWith("an unknown", StringComparison.Ordinal)
            ? Policy.Rungs(("mid", ["@dana"]), ("senior", ["@alice", "@acme/seniors"])).Requiring()
            : Policy;
        var said = Statements.None.Approved(change, "alice").Vetoed(login, rank);

        var decision = change.Decided(policy, said);

        Assert.True(blocks == (decision.State is DecisionState.Vetoed), $"{whose}: {decision.State}");
        Assert.Equal(blocks ? DecisionState.Vetoed : DecisionState.Approved, decision.State);
    }

    [Fact]
    public static void A_bot_s_objection_blocks_nothing_and_that_is_said()
    {
        var said = Statements.None.Approved(Change(), "alice") with
        {
            Vetoes = [new(A.Bot("lint[bot]"), 1, "style", A.Now)],
        };

        var decision = Change().Decided(Policy, said);

        Assert.Equal(DecisionState.Approved, decision.State);
        Assert.Contains("lint[bot]'s objection does not block: lint[bot] is a bot.", decision.Remarks);
    }

    [Fact]
    public static void It_blocks_where_nobody_else_is_asked_and_where_facts_are_missing()
    {
        var said = Statements.None.Vetoed("bob");

        Assert.Equal(DecisionState.Vetoed, Change().Decided(A.Policy(), said).State);
        Assert.Equal(
            DecisionState.Vetoed,
            (Change() with { Commits = A.Unknown<IReadOnlyList<Commit>>() }).Decided(Policy, said).State);
        Assert.Equal("Vetoed by bob: it locks refunds", Change().Decided(Policy, said).Reasons[0]);
    }

    private static Change Change() => A.Change().Touching("README.md");
}
