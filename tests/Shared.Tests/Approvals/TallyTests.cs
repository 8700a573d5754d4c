using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Approvals;

public static class TallyTests
{
    [Fact]
    public static void The_strictest_count_of_a_rung_wins()
    {
        var policy = A.Policy().Requiring("low", 1, "senior").Requiring("medium", 2, "senior");
        var change = A.Change().Touching("src/a.cs");

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(policy, "alice").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "alice", "bob").State);
    }

    [Fact]
    public static void Each_owned_path_needs_one_owner_of_any_rung()
    {
        var policy = Owned(0);
        var change = A.Change().Touching("src/payments/a.cs", "infra/b.tf").InTeam("@acme/platform", "grace");

        Assert.Equal(["src/payments/a.cs"], Open(change.ApprovedBy(policy, "grace")));
        Assert.Equal(["infra/b.tf"], Open(change.ApprovedBy(policy, "carol")));
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "grace", "carol").State);
    }

    [Fact]
    public static void An_owner_below_the_rung_does_not_count_toward_the_number()
    {
        var change = A.Change().Touching("src/payments/a.cs");

        var decision = change.ApprovedBy(Owned(1), "carol");

        Assert.Equal(DecisionState.Waiting, decision.State);
        var requirement = Assert.Single(decision.Requirements);
        Assert.Equal((1, 0), (requirement.Missing, requirement.OwnersMissing.Count));
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(Owned(1), "carol", "alice").State);
    }

    [Fact]
    public static void Paths_below_the_rule_s_tier_and_lines_without_owners_ask_no_owner()
    {
        var policy = A.Policy().Line("/docs/", "low", "@carol").Line("/src/tax/", "high");
        policy = policy.Requiring(policy.Rule("high", 0, "senior") with { Owners = true });

        var decision = A.Change().Touching("docs/a.md", "src/tax/a.cs").Decided(policy);

        Assert.Equal(DecisionState.NotApplicable, decision.State);
    }

    [Fact]
    public static void A_line_without_owners_takes_them_from_CODEOWNERS_path_by_path()
    {
        var policy = A.Policy();
        policy = policy.Requiring(policy.Rule("high", 0, "senior") with { Owners = true });
        var change = A.Change().Touching("src/payments/a.cs", "src/payments/tax/b.cs")
            .WithCodeOwners("* @bob\n/src/payments/tax/ @carol\n");

        Assert.Equal(["src/payments/tax/b.cs"], Open(change.ApprovedBy(policy, "bob")));
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "bob", "carol").State);
    }

    [Fact]
    public static void A_repository_cannot_replace_the_owners_its_baseline_names()
    {
        var policy = Owned(0).BaselineLine("/src/payments/", "high", "@erin");
        var change = A.Change().Touching("src/payments/a.cs");

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(policy, "carol").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "carol", "erin").State);
    }

    [Fact]
    public static void Unknown_owners_are_not_nobody()
    {
        var policy = A.Policy();
        policy = policy.Requiring(policy.Rule("high", 0, "senior") with { Owners = true });
        var change = A.Change().Touching("src/payments/a.cs") with
        {
            CodeOwners = A.Unknown<SourceFile?>("CODEOWNERS is over 3 MB"),
        };

        var decision = change.ApprovedBy(policy, "alice", "bob");

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Contains("CODEOWNERS is over 3 MB", decision.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public static void An_e_mail_or_an_unread_team_owns_for_nobody()
    {
        var policy = A.Policy().Line("/src/payments/", "high", "alice@acme.example", "@acme/payments");
        policy = policy.Requiring(policy.Rule("high", 0, "senior") with { Owners = true });
        var change = A.Change().Touching("src/payments/a.cs").UnreadTeam("@acme/payments");

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(policy, "alice", "bob").State);
    }

    [Fact]
    public static void Both_names_of_a_rename_have_owners()
    {
        var change = A.Change().Renaming("src/payments/a.cs", "lib/a.cs");

        Assert.Equal(["src/payments/a.cs"], Open(change.ApprovedBy(Owned(0), "alice")));
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(Owned(0), "carol").State);
    }

    [Fact]
    public static void An_owner_s_approval_holds_for_his_path_where_only_others_changed()
    {
        var seen = A.Change().Touching("src/payments/a.cs", "infra/b.tf").InTeam("@acme/platform", "grace");
        var now = seen.At("next").Having("infra/b.tf", "v2");
        var said = Statements.None.Approved(seen, "carol", "grace");

        Assert.Equal(["infra/b.tf"], Open(now.Decided(Owned(0), said)));
    }

    public static TheoryData<string, string[], bool> Teams() => new()
    {
        { "two of one team", ["alice", "bob"], false },
        { "two of two teams", ["alice", "erin"], true },
        { "one of both teams and one of either", ["frank", "alice"], true },
        { "one of either and one of both teams", ["alice", "frank"], true },
        { "one of no team", ["alice", "heidi"], false },
    };

    [Theory]
    [MemberData(nameof(Teams))]
    public static void Approvals_of_different_teams_are_matched_not_grabbed(string who, string[] logins, bool met)
    {
        var policy = A.Policy().Rungs(
            ("mid", ["@dana"]), ("senior", ["@acme/seniors", "@alice", "@bob", "@erin", "@frank", "@heidi"]));
        policy = policy.Requiring(policy.Rule("low", 2, "senior") with { DistinctTeam = true });
        var change = A.Change().Touching("a.cs")
            .WithRole("write", [.. A.Writers, "heidi"])
            .InTeam("@acme/payments", "alice", "bob", "frank")
            .InTeam("@acme/platform", "erin", "frank")
            .InTeam("@acme/seniors", "alice", "bob", "erin", "frank", "heidi");

        Assert.True(met == change.ApprovedBy(policy, logins).State is DecisionState.Approved, who);
    }

    [Fact]
    public static void Teams_that_share_a_rung_are_teams()
    {
        var policy = A.Policy().Rungs(("senior", ["@acme/payments", "@acme/platform"]));
        policy = policy.Requiring(policy.Rule("low", 2, "senior") with { DistinctTeam = true });
        var change = A.Change().Touching("a.cs")
            .InTeam("@acme/payments", "alice", "bob").InTeam("@acme/platform", "erin");

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(policy, "alice", "bob").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "alice", "erin").State);
    }

    private static Policy Owned(int approvals)
    {
        var policy = A.Policy().Line("/src/payments/", "high", "@carol").Line("/infra/", "critical", "@acme/platform");
        return policy.Requiring(policy.Rule("high", approvals, "senior") with { Owners = true });
    }

    private static IReadOnlyList<string> Open(Decision decision) =>
        Assert.Single(decision.Requirements).UnmetOwners;
}
