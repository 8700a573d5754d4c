using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class DeadlockTests
{
    private static readonly Policy Policy =
        A.Policy().Rungs(("mid", ["@dana"]), ("senior", ["@alice", "@carol"])).Requiring("low", 1, "senior");

    [Fact]
    public static void Who_can_approve_is_named_first_and_why_the_others_cannot()
    {
        var change = A.Change().Touching("a.cs").WithCommit(A.Person("carol"));

        var decision = change.Decided(Policy);

        Assert.Equal(["alice", "carol", "dana"], decision.Candidates.Select(each => each.Person.Display));
        Assert.Equal([true, false, false], decision.Candidates.Select(each => each.Eligible));
        Assert.StartsWith("wrote ", decision.Candidates[1].Why, StringComparison.Ordinal);
        Assert.Null(decision.Deadlock);
    }

    [Fact]
    public static void Where_nobody_is_left_it_says_who_would_unblock_it_and_never_lowers_the_bar()
    {
        var change = A.Change().Touching("a.cs").PushedBy(A.Person("dana"), A.Person("carol"), A.Person("alice"));

        var decision = change.Decided(Policy);

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Equal(
            "Too few of those who may approve are left (alice pushed to it, carol pushed to it, dana opened it). "
            + "Somebody else among @alice, @carol would unblock it, or `/override` by one person of senior.",
            Sorted(decision.Deadlock));
    }

    [Fact]
    public static void One_left_where_two_are_asked_is_a_deadlock()
    {
        var policy = Policy with { Require = [Policy.Rule("low", 2, "senior")] };
        var change = A.Change().Touching("a.cs").WithCommit(A.Person("carol"));

        Assert.NotNull(change.Decided(policy).Deadlock);
        Assert.NotNull(change.ApprovedBy(policy, "alice").Deadlock);
        Assert.Null(A.Change().Touching("a.cs").ApprovedBy(policy, "alice").Deadlock);
    }

    [Fact]
    public static void An_owner_who_made_the_change_is_a_deadlock_for_his_path()
    {
        var policy = Policy.Line("/src/", "medium", "@dana");
        policy = policy with { Require = [policy.Rule("low", 1, "senior") with { Owners = true }] };

        var decision = A.Change().Touching("src/a.cs").Decided(policy);

        Assert.Contains("@dana", decision.Deadlock, StringComparison.Ordinal);
    }

    [Fact]
    public static void In_a_local_repository_unread_teams_could_approve_and_that_is_said()
    {
        var policy = Policy.Rungs(("senior", ["@acme/senior"]));
        policy = policy with { Require = [policy.Rule("low", 1, "senior")] };

        var decision = A.Change().Touching("a.cs").Locally().Decided(policy);

        Assert.Null(decision.Deadlock);
        Assert.Equal(["@acme/senior"], decision.UnreadGroups);
        Assert.Contains(
            "Members of @acme/senior could approve; who they are can't be read here: a local repository has no teams.",
            decision.Reasons);
        Assert.Contains(decision.Remarks, remark =>
            remark.StartsWith("A local repository knows no accounts", StringComparison.Ordinal));
    }

    [Fact]
    public static void Team_members_are_candidates_and_bots_are_not_listed()
    {
        var policy = Policy.Rungs(("senior", ["@acme/senior"]));
        policy = policy with { Require = [policy.Rule("low", 1, "senior")] };
        var change = A.Change().Touching("a.cs").InTeam("@acme/senior", "alice", "bob")
            .PushedBy(A.Person("dana"), A.Bot("github-actions[bot]"));

        var decision = change.Decided(policy);

        Assert.Equal(["alice", "bob", "dana"], decision.Candidates.Select(each => each.Person.Display));
        Assert.Equal(["senior", "senior", null], decision.Candidates.Select(each => each.Rung));
    }

    private static string Sorted(string? deadlock)
    {
        Assert.NotNull(deadlock);
        var open = deadlock.IndexOf('(', StringComparison.Ordinal);
        var close = deadlock.IndexOf(')', StringComparison.Ordinal);
        var names = deadlock[(open + 1)..close].Split(", ").Order(StringComparer.Ordinal);
        return $"{deadlock[..(open + 1)]}{string.Join(", ", names)}{deadlock[close..]}";
    }
}
