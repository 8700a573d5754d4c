using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class RequirementTests
{
    private static readonly Policy Seniors = A.Policy();

    [Fact]
    public static void A_change_that_no_rule_holds_for_asks_nobody_and_says_why()
    {
        var change = A.Change().Touching("README.md");

        var decision = change.Decided(A.Policy().Requiring("high", 1, "senior"));

        Assert.Equal(DecisionState.NotApplicable, decision.State);
        Assert.Contains("The rule at .blastradius.yml:30:1 asks nobody: low is below high.", decision.Reasons);
    }

    [Fact]
    public static void What_is_asked_says_why_and_where_the_policy_says_so()
    {
        var rule = Seniors.Rule("medium", 1, "senior") with
        {
            Ai = AiCondition.AgentOrAssisted,
            AuthorBelow = Seniors.Rung("senior"),
        };

        var decision = Assisted("src/payments/Refund.cs").Decided(Seniors.Requiring(rule));

        var requirement = Assert.Single(decision.Requirements);
        Assert.Equal(["AI-assisted", "high tier", "author below senior"], requirement.Because);
        Assert.Equal(
            "1 approval from senior asked because AI-assisted, high tier, author below senior "
            + "(.blastradius.yml:30:1): 1 missing.",
            decision.Reasons[0]);
    }

    public static TheoryData<string, RequireRule, bool> Rules() => new()
    {
        { "everything", new(), true },
        { "this tier", new() { Tier = A.Tier("high") }, true },
        { "a higher tier", new() { Tier = A.Tier("critical") }, false },
        { "AI", new() { Ai = AiCondition.AgentOrAssisted }, true },
        { "an agent", new() { Ai = AiCondition.AgentOnly }, false },
        { "no AI", new() { Ai = AiCondition.Neither }, false },
        { "an author below senior", new() { AuthorBelow = Seniors.Rung("senior") }, true },
        { "an author below mid", new() { AuthorBelow = Seniors.Rung("mid") }, false },
        { "a path", new() { Paths = [A.Pattern("/docs/"), A.Pattern("*.cs")] }, true },
        { "another path", new() { Paths = [A.Pattern("*.sql")] }, false },
        { "a service", new() { Services = ["tax", "refunds"] }, true },
        { "another service", new() { Services = ["tax"] }, false },
        { "no such hazard", new() { Hazards = [HazardKind.OpenAccess] }, false },
        { "one condition of two", new() { Tier = A.Tier("high"), Paths = [A.Pattern("*.sql")] }, false },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public static void A_rule_holds_where_every_condition_holds(string condition, RequireRule rule, bool holds)
    {
        var refunds = new Service
        {
            Name = "refunds",
            Paths = [A.Pattern("/src/payments/")],
            Place = A.Line(9),
        };
        var policy = Seniors.Requiring(rule with { From = Seniors.Rung("senior") }) with { Services = [refunds] };

        var decision = Assisted("src/payments/Refund.cs").Decided(policy);

        Assert.True(holds == (decision.State is DecisionState.Waiting), condition);
    }

    [Theory]
    [InlineData(ProvenanceVerdict.Agent, AiCondition.AgentOnly, true)]
    [InlineData(ProvenanceVerdict.Agent, AiCondition.AgentOrAssisted, true)]
    [InlineData(ProvenanceVerdict.Agent, AiCondition.Neither, false)]
    [InlineData(ProvenanceVerdict.Assisted, AiCondition.AgentOnly, false)]
    [InlineData(ProvenanceVerdict.Assisted, AiCondition.AgentOrAssisted, true)]
    [InlineData(ProvenanceVerdict.DeclaredHuman, AiCondition.AgentOrAssisted, false)]
    [InlineData(ProvenanceVerdict.DeclaredHuman, AiCondition.Neither, true)]
    [InlineData(ProvenanceVerdict.None, AiCondition.Neither, true)]
    [InlineData(ProvenanceVerdict.None, AiCondition.AgentOrAssisted, false)]
    public static void Who_wrote_it_is_one_condition(ProvenanceVerdict verdict, AiCondition ai, bool holds)
    {
        var policy = Seniors.Requiring(new RequireRule { Ai = ai, From = Seniors.Rung("senior") });

        var decision = Decide.On(Judged(policy, verdict), Statements.None, A.Now);

        Assert.Equal(holds, decision.State is DecisionState.Waiting);
    }

    [Fact]
    public static void A_service_rule_holds_where_the_graph_is_unknown()
    {
        var policy = Seniors.Requiring(new RequireRule { Services = ["tax"] }) with { Discover = [Ecosystem.Npm] };
        var change = A.Change().Touching("a.cs") with { Manifests = A.Unknown<IReadOnlyList<SourceFile>>() };

        Assert.Contains(
            "the services are unknown", change.Decided(policy).Reasons[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HazardKind.DestructiveSql, true)]
    [InlineData(HazardKind.OpenAccess, false)]
    public static void A_hazard_is_one_condition(HazardKind asked, bool holds)
    {
        var policy = Seniors.Requiring(new RequireRule { Hazards = [asked], From = Seniors.Rung("senior") });
        var judged = Judged(policy, ProvenanceVerdict.None);
        var hazard = new Hazard(HazardKind.DestructiveSql, "a.sql", 3, false) { Why = "it drops", Quote = "DROP" };

        var decision = Decide.On(
            judged with { Risk = judged.Risk with { Hazards = [hazard] } }, Statements.None, A.Now);

        Assert.Equal(holds, decision.State is DecisionState.Waiting);
    }

    private static Change Assisted(string path) => A.Change().Touching(path).WithCommit(
        A.Person("dana"), message: "Round\n\nCo-Authored-By: Claude <noreply@anthropic.com>");

    private static Assessment Judged(Policy policy, ProvenanceVerdict verdict) =>
        Assess.Change(A.Change().Touching("a.cs"), policy) with { Provenance = new(verdict, []) };
}
