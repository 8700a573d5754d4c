using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

/// <summary>Policies as people write them, decided from their text on.</summary>
public static class WrittenPolicyTests
{
    private const string Paths = """
        version: 1
        paths: |
          *               low
          /src/           medium
          /src/payments/  high     @acme/payments

        """;

    private const string Ladder = """
        seniority:
          - mid: ["@dana"]
          - senior: ["@alice", "@acme/payments"]

        """;

    private const string Claude = "Round\n\nCo-Authored-By: Claude <noreply@anthropic.com>";

    [Fact]
    public static void By_default_an_assisted_change_by_a_mid_level_engineer_takes_a_senior_from_the_second_tier_on()
    {
        var policy = Parse(Paths + Ladder);

        Assert.Equal(DecisionState.Waiting, Assisted("src/a.cs", "dana").Decided(policy).State);
        Assert.Equal(DecisionState.Approved, Assisted("src/a.cs", "dana").ApprovedBy(policy, "alice").State);
        Assert.Equal(DecisionState.NotApplicable, Assisted("README.md", "dana").Decided(policy).State);
        Assert.Equal(DecisionState.NotApplicable, Assisted("src/a.cs", "alice").Decided(policy).State);
        Assert.Equal(DecisionState.NotApplicable, A.Change().Touching("src/a.cs").Decided(policy).State);
    }

    [Fact]
    public static void By_default_an_agent_s_change_takes_the_top_rung_from_the_third_tier_on()
    {
        var policy = Parse(Paths + Ladder);
        var agent = A.Change().By("alice").WithCommit(A.Bot("Copilot"), A.Bot("Copilot"));

        Assert.Equal(DecisionState.Waiting, agent.Touching("src/payments/a.cs").Decided(policy).State);
        Assert.Equal(DecisionState.NotApplicable, agent.Touching("src/a.cs").Decided(policy).State);
    }

    [Fact]
    public static void With_paths_alone_the_roles_of_the_repository_are_the_rungs()
    {
        var policy = Parse(Paths);
        var change = Assisted("src/a.cs", "dana").WithRole("maintain", "erin");

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(policy, "alice").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "erin").State);
    }

    [Fact]
    public static void A_baseline_s_tiers_rules_and_owners_hold_beside_the_repository_s()
    {
        var baseline = "version: 1\npaths: |\n  /src/ critical @bob\nrequire:\n"
            + "  - { tier: critical, approvals: 1, from: senior, owners: true }\n" + Ladder;
        var policy = Parse(
            "version: 1\nextends: ./base.yml\npaths: |\n  * low\n  /src/ low @dana\n", new("base.yml", baseline));
        var change = A.Change().By("carol").Touching("src/a.cs").InTeam("@acme/payments");

        Assert.Equal("critical", change.Decided(policy).Assessment!.Risk.Tier.Name);
        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(policy, "alice", "dana").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "alice", "dana", "bob").State);
    }

    private static Change Assisted(string path, string author) =>
        A.Change().By(author).InTeam("@acme/payments").Touching(path)
            .WithCommit(A.Person(author), message: Claude);

    private static Policy Parse(string text, SourceFile? baseline = null) => Assert.IsType<PolicyReading.Valid>(
        PolicyParser.Parse(new(".blastradius.yml", text), baseline)).Policy;
}
