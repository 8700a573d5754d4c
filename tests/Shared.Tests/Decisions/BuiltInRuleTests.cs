using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class BuiltInRuleTests
{
    [Theory]
    [InlineData(".blastradius.yml")]
    [InlineData("docs/CODEOWNERS")]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("base.yml")]
    public static void Changing_what_judges_takes_the_top_rung_whatever_the_policy_says(string path)
    {
        var policy = A.Policy().Line("/" + path, "low")
            .Rungs(("mid", ["@carol"]), ("senior", ["@alice"]), ("principal", ["@bob"])) with
        {
            Extends = "base.yml",
        };
        var change = A.Change().Touching(path).WithCodeOwners("");

        var decision = change.ApprovedBy(policy, "alice", "carol");

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.True(Assert.Single(decision.Requirements).BuiltIn);
        Assert.Equal(
            $"1 approval from principal asked because changes {path} (whatever the policy says): 1 missing.",
            decision.Reasons[0]);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(policy, "bob").State);
    }

    [Fact]
    public static void The_file_s_owners_are_asked_as_well()
    {
        var change = A.Change().Touching("CODEOWNERS").WithCodeOwners("/CODEOWNERS @carol\n");

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(A.Policy(), "alice").State);
        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(A.Policy(), "carol").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(A.Policy(), "carol", "alice").State);
    }

    [Fact]
    public static void Where_ownership_changes_the_owners_of_both_sides_are_asked()
    {
        var change = A.Change().Touching("CODEOWNERS").WithCodeOwners("/CODEOWNERS @carol\n") with
        {
            HeadCodeOwners = Known.Fact<SourceFile?>(new("CODEOWNERS", "/CODEOWNERS @erin\n")),
        };

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(A.Policy(), "alice", "erin").State);
        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(A.Policy(), "alice", "carol").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(A.Policy(), "alice", "carol", "erin").State);
    }

    [Fact]
    public static void Owners_the_head_would_name_are_not_asked_by_ordinary_rules()
    {
        var policy = A.Policy().Line("/CODEOWNERS", "low");
        policy = policy.Requiring(policy.Rule("low", 0, "senior") with { Owners = true });
        var change = A.Change().Touching("CODEOWNERS", "a.cs").WithCodeOwners("* @carol\n") with
        {
            HeadCodeOwners = Known.Fact<SourceFile?>(new("CODEOWNERS", "* @erin\n")),
        };

        var ordinary = change.Decided(policy).Requirements.Single(each => !each.BuiltIn);

        Assert.All(ordinary.OwnersMissing, owned => Assert.Equal(["@carol"], owned.Owners.Or([])));
    }

    [Fact]
    public static void An_unread_new_side_is_not_nobody()
    {
        var change = A.Change().Touching("CODEOWNERS").WithCodeOwners("") with
        {
            HeadCodeOwners = A.Unknown<SourceFile?>("the head could not be read"),
        };

        var decision = change.ApprovedBy(A.Policy(), "alice", "bob");

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Contains("the head could not be read", decision.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public static void Removing_CODEOWNERS_asks_its_owners()
    {
        var change = A.Change().Touching("CODEOWNERS").WithCodeOwners("* @carol\n") with
        {
            HeadCodeOwners = Known.Fact<SourceFile?>(null),
        };

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(A.Policy(), "alice").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(A.Policy(), "alice", "carol").State);
    }

    [Fact]
    public static void Renaming_the_policy_away_counts() =>
        Assert.True(Assert.Single(A.Change().Renaming(".blastradius.yml", "old.yml").Decided(A.Policy())
            .Requirements).BuiltIn);

    [Fact]
    public static void Its_owners_count_in_shadow_as_well()
    {
        var policy = A.Policy() with { Mode = PolicyMode.Shadow };

        var decision = A.Change().Touching("CODEOWNERS").WithCodeOwners("").Decided(policy);

        Assert.Equal((DecisionState.Waiting, true), (decision.State, decision.Shadow));
    }
}
