using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Approvals;

public static class HoldingTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 1, "senior");

    private static readonly Change Seen = A.Change().Touching("a.cs", "b.cs");

    public static TheoryData<string, Change, DecisionState> Heads() => new()
    {
        { "the same head", Seen, DecisionState.Approved },
        { "a new head with the same content", Seen.At("rebased"), DecisionState.Approved },
        {
            "a new base that leaves the files alone",
            Seen.At("rebased") with { MergeBase = A.Sha("newer"), BaseCommit = A.Sha("newer") },
            DecisionState.Approved
        },
        { "new content", Seen.At("next").Having("b.cs", "v2"), DecisionState.Waiting },
        { "another file", Seen.At("next").Touching("c.cs"), DecisionState.Waiting },
        { "a file fewer", Seen.At("next").Without("b.cs"), DecisionState.Waiting },
        { "another mode", Seen.At("next").Having(With(new("b.cs", "100755", Blob("b.cs=v1")))), DecisionState.Waiting },
        { "a link", Seen.At("next").Having(With(new("b.cs", "120000", Blob("b.cs=v1")))), DecisionState.Waiting },
        { "another old content", Seen.At("next").Having(Old("b.cs", "newer base")), DecisionState.Waiting },
        { "another old name", Seen.At("next").Having(Old("c.cs", "b.cs")), DecisionState.Waiting },
        { "the same head into another base", Seen.Touching("lax-only.cs"), DecisionState.Waiting },
        { "a file without a blob id", Seen.Having(With(new("b.cs", "100644", default))), DecisionState.Waiting },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public static void An_approval_carries_over_where_every_path_is_what_was_seen(
        string head, Change now, DecisionState state)
    {
        var decision = now.Decided(Policy, Statements.None.Approved(Seen, "alice"));

        Assert.True(state == decision.State, $"{head}: {decision.State}");
    }

    [Fact]
    public static void Who_saw_other_content_is_asked_first_with_the_delta()
    {
        var now = Seen.At("next").Having("b.cs", "v2").Touching("c.cs").Without("a.cs");
        var said = Statements.None.Approved(Seen, "alice");

        var decision = now.Decided(Policy, said);

        var again = Assert.Single(decision.AskAgain);
        Assert.Equal(("alice", Seen.Head), (again.Person.Login, again.Approved));
        Assert.Equal(["a.cs", "b.cs", "c.cs"], again.ChangedPaths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void Who_has_seen_the_new_content_is_not_asked_again()
    {
        var now = Seen.At("next").Having("b.cs", "v2");
        var said = Statements.None.Approved(Seen, "alice", "bob").Approved(now, "bob");

        var decision = now.Decided(A.Policy().Requiring("low", 2, "senior"), said);

        Assert.Equal(["alice"], decision.AskAgain.Select(again => again.Person.Login));
    }

    [Fact]
    public static void Only_approvers_whose_covered_paths_changed_lose_their_approval()
    {
        var now = Seen.At("next").Having("b.cs", "v2");
        var half = Said.Approval(Seen, A.Person("alice")) with
        {
            Covers = [.. Said.Approval(Seen, A.Person("alice")).Covers.Where(print => print.Path == "a.cs")],
        };
        var said = Statements.None.Approved(half).Approved(now, "bob").Approved(Seen, "erin");

        var decision = now.Decided(Policy, said);

        Assert.Equal(DecisionState.Approved, decision.State);
        Assert.Equal(
            ["alice", "bob"],
            decision.Counted.Select(approval => approval.Person.Login!).Order(StringComparer.Ordinal));
        Assert.Equal("erin approved " + Seen.Head.Short + ", and b.cs changed since.", decision.NotCounted[0].Why);
    }

    [Fact]
    public static void Two_halves_of_different_heads_are_no_approval_of_a_whole()
    {
        var first = A.Change().Having("a.cs", "v1").Having("b.cs", "v1").At("1");
        var second = A.Change().Having("a.cs", "v2").Having("b.cs", "v2").At("2");
        var mixed = A.Change().Having("a.cs", "v1").Having("b.cs", "v2").At("3");

        var decision = mixed.Decided(Policy, Statements.None.Approved(first, "alice").Approved(second, "bob"));

        Assert.Equal(DecisionState.Waiting, decision.State);
    }

    [Fact]
    public static void An_approval_that_covers_nothing_counts_for_nothing()
    {
        var empty = Said.Approval(Seen, A.Person("alice")) with { Covers = [] };

        var decision = Seen.Decided(Policy, Statements.None.Approved(empty));

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.EndsWith("says of no file what was seen.", decision.NotCounted[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_file_list_naming_a_path_twice_asks_for_both()
    {
        var twice = Seen with
        {
            Files = Known.Fact<IReadOnlyList<ChangedFile>>(
                [.. Seen.Files.Or([]), Old("b.cs", "something else")]),
        };

        Assert.Equal(DecisionState.Waiting, twice.Decided(Policy, Statements.None.Approved(Seen, "alice")).State);
    }

    [Theory]
    [InlineData(2, "policy", DecisionState.Approved)]
    [InlineData(2, "newer", DecisionState.Approved)]
    [InlineData(1, "policy", DecisionState.Waiting)]
    [InlineData(1, "newer", DecisionState.Waiting)]
    public static void An_approval_lapses_where_the_tier_is_higher_now_and_not_for_a_new_policy_alone(
        int tierRank, string digest, DecisionState state)
    {
        var change = A.Change().Touching("src/payments/Refund.cs");
        var approval = Said.Approval(change, A.Person("alice")) with { TierRank = tierRank, PolicyDigest = digest };

        var decision = change.Decided(Policy, Statements.None.Approved(approval));

        Assert.Equal(state, decision.State);
    }

    private static ChangedFile With(FileVersion version) => new()
    {
        Change = FileChange.Modified,
        Old = new("b.cs", "100644", Blob("b.cs")),
        New = version,
    };

    private static ChangedFile Old(string path, string content) => new()
    {
        Change = path == "b.cs" ? FileChange.Modified : FileChange.Renamed,
        Old = new(path, "100644", Blob(content)),
        New = new("b.cs", "100644", Blob("b.cs=v1")),
    };

    private static Sha Blob(string content) => A.Sha(content);
}
