using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class DecideTests
{
    [Fact]
    public static void Without_a_policy_nobody_is_asked_and_the_branch_is_named() =>
        Assert.Equal(
            "No .blastradius.yml stands on main, so nobody is asked.",
            Assert.Single(Decide.NoPolicy(A.Change()).Reasons));

    [Fact]
    public static void Shadow_is_a_flag_and_changes_no_state()
    {
        var change = A.Change().Touching("src/payments/a.cs");
        var policy = A.Policy().Requiring("high", 1, "senior");
        var shadow = policy with { Mode = PolicyMode.Shadow };

        Assert.Equal((DecisionState.Waiting, true), (change.Decided(shadow).State, change.Decided(shadow).Shadow));
        Assert.False(change.Decided(policy).Shadow);
    }

    [Fact]
    public static void Deciding_twice_says_the_same()
    {
        var change = A.Change().Touching("src/payments/a.cs");
        var policy = A.Policy().Requiring("high", 1, "senior");

        Assert.Equal(change.Decided(policy).Reasons, change.Decided(policy).Reasons);
    }

    [Fact]
    public static void The_remarks_of_the_facts_are_passed_on()
    {
        var change = A.Change().Touching("a") with { Remarks = ["The clone is shallow."] };

        Assert.Contains("The clone is shallow.", change.Decided(A.Policy()).Remarks);
    }
}
