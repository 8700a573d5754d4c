using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class DeclarationTests
{
    [Theory]
    [InlineData(Undeclared.Human, null, DecisionState.NotApplicable, ProvenanceVerdict.None)]
    [InlineData(Undeclared.Assisted, null, DecisionState.Waiting, ProvenanceVerdict.Assisted)]
    [InlineData(Undeclared.Ask, null, DecisionState.Waiting, ProvenanceVerdict.None)]
    [InlineData(Undeclared.Ask, false, DecisionState.NotApplicable, ProvenanceVerdict.DeclaredHuman)]
    [InlineData(Undeclared.Ask, true, DecisionState.Waiting, ProvenanceVerdict.Assisted)]
    [InlineData(Undeclared.Assisted, false, DecisionState.NotApplicable, ProvenanceVerdict.DeclaredHuman)]
    [InlineData(Undeclared.Human, true, DecisionState.Waiting, ProvenanceVerdict.Assisted)]
    public static void A_change_without_marks_counts_as_the_policy_says_until_its_author_does(
        Undeclared undeclared, bool? declared, DecisionState state, ProvenanceVerdict counts)
    {
        var said = Statements.None with { DeclaredAi = declared };

        var decision = A.Change().Touching("src/a.cs").Decided(Policy(undeclared), said);

        Assert.Equal((state, counts), (decision.State, decision.CountsAs));
    }

    [Fact]
    public static void Asking_comes_before_every_rule_and_no_approval_answers_it()
    {
        var change = A.Change().Touching("README.md");

        var decision = change.ApprovedBy(Policy(Undeclared.Ask), "alice", "bob");

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Empty(decision.Requirements);
        Assert.StartsWith(
            "Its author has not said whether AI was used, and at low tier the policy asks:",
            Assert.Single(decision.Reasons),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md", DecisionState.NotApplicable)]
    [InlineData("src/payments/a.cs", DecisionState.Waiting)]
    public static void Each_tier_may_have_its_own_answer(string path, DecisionState state)
    {
        var policy = A.Policy() with
        {
            Undeclared = [Undeclared.Human, Undeclared.Human, Undeclared.Ask, Undeclared.Assisted],
        };

        Assert.Equal(state, A.Change().Touching(path).Decided(policy).State);
    }

    [Fact]
    public static void A_tier_without_an_answer_asks()
    {
        var policy = A.Policy() with { Undeclared = [] };

        Assert.Equal(DecisionState.Waiting, A.Change().Touching("a").Decided(policy).State);
    }

    [Theory]
    [InlineData(ProvenanceVerdict.DeclaredHuman, true, null)]
    [InlineData(ProvenanceVerdict.Assisted, true, null)]
    [InlineData(ProvenanceVerdict.Assisted, false, false)]
    [InlineData(ProvenanceVerdict.DeclaredHuman, false, true)]
    public static void A_contradiction_counts_as_assisted_and_is_shown(
        ProvenanceVerdict verdict, bool contradiction, bool? declared)
    {
        var judged = Assess.Change(A.Change().Touching("src/a.cs"), Policy(Undeclared.Human)) with
        {
            Provenance = new(verdict, []) { Contradiction = contradiction },
        };

        var decision = Decide.On(judged, Statements.None with { DeclaredAi = declared }, A.Now);

        Assert.Equal((DecisionState.Waiting, ProvenanceVerdict.Assisted), (decision.State, decision.CountsAs));
        Assert.Equal(
            declared is not true,
            decision.Remarks.Contains(
                "It is declared human, but marks of AI stand on it: it counts as AI-assisted."));
    }

    [Fact]
    public static void Denying_an_agent_s_work_leaves_it_the_agent_s()
    {
        var judged = Assess.Change(A.Change().Touching("src/a.cs"), Policy(Undeclared.Human)) with
        {
            Provenance = new(ProvenanceVerdict.Agent, []),
        };

        var decision = Decide.On(judged, Statements.None with { DeclaredAi = false }, A.Now);

        Assert.Equal(ProvenanceVerdict.Agent, decision.CountsAs);
    }

    private static Policy Policy(Undeclared undeclared)
    {
        var policy = A.Policy().Asking(undeclared);
        return policy.Requiring(policy.Rule("medium", 1, "senior") with { Ai = AiCondition.AgentOrAssisted });
    }
}
