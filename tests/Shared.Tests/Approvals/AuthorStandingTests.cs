using ChangeSentinel.Changes;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Approvals;

public static class AuthorStandingTests
{
    private static readonly Person Claude = new() { Name = "Claude", Email = "noreply@anthropic.com" };
    private static readonly Person Copilot = A.Bot("Copilot");

    public static TheoryData<string, Change, string> Changes() => new()
    {
        { "a senior alone", Change().By("alice"), "senior" },
        { "a junior opener", Change().By("alice").OpenedBy(A.Person("dana")), "mid" },
        { "a junior author", Change().By("alice").WithCommit(A.Person("dana")), "mid" },
        { "a junior committer", Change().By("alice").WithCommit(A.Person("alice"), A.Person("dana")), "mid" },
        { "a junior pusher", Change().By("alice").PushedBy(A.Person("alice"), A.Person("dana")), "mid" },
        { "somebody on no rung", Change().By("alice").WithCommit(A.Person("grace")), "none" },
        { "GitHub's own committer", Change().By("alice").WithCommit(A.Person("alice"), A.WebFlow), "senior" },
        { "an agent a human opened for", Change().By("alice").WithCommit(Claude), "senior" },
        { "an agent that opened it", Change().By("alice").OpenedBy(Copilot), "none" },
        {
            "an agent somebody is known to have started",
            Change().By("alice").OpenedBy(Copilot) with { AgentOperators = A.People("dana") },
            "mid"
        },
        { "automation that pushed", Change().By("alice").PushedBy(A.Bot("github-actions[bot]")), "senior" },
        { "automation that opened", Change().By("alice").OpenedBy(A.Bot("renovate[bot]")), "none" },
        { "a bot nobody knows", Change().By("alice").WithCommit(A.Bot("acme-sync[bot]")), "none" },
        { "a bot's owner did nothing", Change().By("alice") with { BotOwners = A.People("dana") }, "senior" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public static void The_author_stands_where_the_lowest_of_all_contributors_stands(
        string who, Change change, string rung)
    {
        var decision = change.Decided(A.Policy().Requiring("low", 1, "senior"));

        Assert.True(rung == decision.AuthorRung, $"{who}: {decision.AuthorRung}, {decision.AuthorRungReason}");
    }

    [Fact]
    public static void An_unread_team_puts_the_author_below_every_rung_with_the_reason()
    {
        var policy = A.Policy().Rungs(("mid", ["@dana"]), ("senior", ["@acme/senior"]));
        policy = policy.Requiring(policy.Rule("low", 1, "senior") with { AuthorBelow = policy.Rung("mid") });

        var decision = Change().UnreadTeam("@acme/senior").Decided(policy);

        Assert.Equal("unknown", decision.AuthorRung);
        Assert.Equal(
            "dana opened it and counts as below every rung, because @acme/senior can't be read (it answers 404).",
            decision.AuthorRungReason);
        Assert.Equal(["low tier", "author below mid"], Assert.Single(decision.Requirements).Because);
    }

    [Fact]
    public static void An_unread_team_of_a_lower_rung_leaves_a_higher_one_known()
    {
        var policy = A.Policy().Rungs(("mid", ["@acme/engineers"]), ("senior", ["@alice"])).Requiring("low", 1, "mid");

        Assert.Equal("senior", Change().By("alice").UnreadTeam("@acme/engineers").Decided(policy).AuthorRung);
    }

    [Theory]
    [InlineData("maintain", "maintain")]
    [InlineData("admin", "maintain")]
    [InlineData("write", "write")]
    public static void Without_a_ladder_the_repository_s_roles_are_the_rungs(string role, string rung)
    {
        var policy = A.Policy() with { Seniority = ChangeSentinel.Approvals.Seniority.FromRoles };

        Assert.Equal(rung, Change().By("dana").WithRole(role, "dana").Decided(policy).AuthorRung);
    }

    [Fact]
    public static void On_a_local_branch_a_human_beside_an_agent_s_commit_is_known_to_have_started_it()
    {
        var beside = Change().By("alice").WithCommit(Claude, A.Person("alice")).Locally();
        var alone = Change().By("alice").WithCommit(Claude).Locally();

        Assert.Equal("senior", beside.Decided(A.Policy()).AuthorRung);
        Assert.Equal("none", alone.Decided(A.Policy()).AuthorRung);
    }

    [Fact]
    public static void On_a_local_branch_one_e_mail_is_the_opener_s_and_two_are_not()
    {
        var branch = Change().WithoutCommits().PushedBy().Locally().OpenedBy(new() { Login = "alice" });
        var one = branch.WithCommit(new() { Name = "Al", Email = "al@home.example" });
        var two = one.WithCommit(new() { Name = "Al", Email = "other@home.example" });

        Assert.Equal("senior", one.Decided(A.Policy()).AuthorRung);
        Assert.Equal("unknown", two.Decided(A.Policy()).AuthorRung);
        Assert.Equal("unknown", one.OpenedBy(null).Decided(A.Policy()).AuthorRung);
    }

    private static Change Change() => A.Change().Touching("README.md");
}
