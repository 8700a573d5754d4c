using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Assessments;

public static class FindGapsTests
{
    private static readonly Person Unmapped = new() { Name = "Mallory", Email = "m@home.example" };

    public static TheoryData<Change, string> Gaps() => new()
    {
        {
            Change() with { Files = A.Unknown<IReadOnlyList<ChangedFile>>() },
            "The changed files are unknown, because the forge did not answer."
        },
        {
            Change() with { Commits = A.Unknown<IReadOnlyList<Commit>>() },
            "The commits are unknown, because the forge did not answer."
        },
        {
            Change() with { Pushers = A.Unknown<IReadOnlyList<Person>>() },
            "Who pushed it is unknown, because the forge did not answer."
        },
        { Change().PushedBy(), "Nobody is known to have pushed it." },
        { Change().PushedBy(Unmapped), "Mallory pushed to it, and no account of that name is known." },
        { Change().OpenedBy(null), "Nobody is known to have opened it." },
        { Change().OpenedBy(Unmapped), "Mallory opened it, and no account of that name is known." },
        { Change().WithoutCommits(), "Files differ, but no commit of the change is known." },
        {
            A.Change() with { Files = Known.Fact<IReadOnlyList<ChangedFile>>([]) },
            "The change has commits, but no changed file is known."
        },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public static void A_gap_in_the_facts_of_the_change_leaves_it_undecided(Change change, string gap)
    {
        var decision = change.ApprovedBy(A.Policy().Requiring("low", 1, "senior"), "alice", "bob");

        Assert.Equal(DecisionState.Undecided, decision.State);
        Assert.Equal([gap, "Until this is known only `/override` lets it pass."], decision.Reasons);
    }

    [Theory]
    [InlineData("m@home.example", false)]
    [InlineData("7+ghost@users.noreply.github.com", false)]
    [InlineData("noreply@github.com", false)]
    [InlineData("noreply@anthropic.com", true)]
    public static void A_commit_s_author_needs_an_account_or_to_be_an_agent(string email, bool known)
    {
        var author = new Person { Name = "Somebody", Email = email };
        var change = Change().WithCommit(author, A.Person("dana"));

        var incomplete = Assess.Change(change, A.Policy()).Incomplete;

        Assert.Equal(known, incomplete.Count == 0);
        if (!known)
            Assert.EndsWith(
                $"belongs to no account: add {email} to the account, or commit with another one.",
                incomplete[0],
                StringComparison.Ordinal);
    }

    [Fact]
    public static void Only_the_committer_may_be_GitHub_itself() =>
        Assert.Empty(Assess.Change(Change().WithCommit(A.Person("dana"), A.WebFlow), A.Policy()).Incomplete);

    [Fact]
    public static void A_local_branch_needs_no_accounts_and_no_opener()
    {
        var change = Change().WithCommit(Unmapped).PushedBy().Locally();

        Assert.Empty(Assess.Change(change, A.Policy()).Incomplete);
    }

    [Theory]
    [InlineData(false, DecisionState.NotApplicable)]
    [InlineData(true, DecisionState.Undecided)]
    public static void An_unread_patch_matters_where_the_policy_asks_what_lines_do(bool asks, DecisionState state)
    {
        var file = new ChangedFile
        {
            Change = FileChange.Added,
            New = new("a.sql", "100644", A.Sha("a")),
            Patch = A.Unknown<Patch>("it is cut off"),
        };
        var rule = new RaiseRule { To = A.Tier("high"), Hazards = [HazardKind.DestructiveSql], Place = A.Line(20) };
        var policy = asks ? A.Policy().Raising(rule) : A.Policy();

        var decision = A.Change().Having(file).Decided(policy);

        Assert.Equal(state, decision.State);
        Assert.Contains("Hazards were not searched in a.sql.", decision.Remarks);
    }

    [Fact]
    public static void An_empty_branch_of_a_local_repository_asks_nothing()
    {
        var decision = A.Change().Locally().Decided(A.Policy().Requiring("low", 1, "senior"));

        Assert.Equal(DecisionState.NotApplicable, decision.State);
        Assert.Equal(["It changes no file, so there is nothing to ask."], decision.Reasons);
    }

    [Fact]
    public static void A_pull_request_without_commits_and_files_asks_nothing() =>
        Assert.Equal(
            DecisionState.NotApplicable,
            A.Change().WithoutCommits().Decided(A.Policy().Asking(Undeclared.Ask)).State);

    private static Change Change() => A.Change().Touching("README.md");
}
