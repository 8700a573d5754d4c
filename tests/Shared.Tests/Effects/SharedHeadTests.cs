using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Effects;

public static class SharedHeadTests
{
    private static readonly Policy Policy = A.Policy().Requiring("high", 1, "senior");
    private static readonly DecidedChange Approved = Decided(1, Statements.None.Approved(Pull(1), "alice"));
    private static readonly DecidedChange Waiting = Decided(2, Statements.None);
    private static readonly DecidedChange Vetoed = Decided(3, Statements.None.Vetoed("alice"));
    private static readonly DecidedChange Undecided = new(
        Pull(4), (Pull(4) with { Files = A.Unknown<IReadOnlyList<ChangedFile>>() }).Decided(Policy));

    [Fact]
    public static void Attack_7_changes_that_share_head_and_name_show_the_strictest_decision()
    {
        var of1 = Check(Approved, Waiting, Vetoed);
        var of3 = Check(Vetoed, Approved, Waiting);

        Assert.Equal(CheckState.ActionRequired, of1.State);
        Assert.Equal("#3: Vetoed by alice: it locks refunds", of1.Title);
        Assert.StartsWith("#1, #2 and #3 have this head", of1.Summary, StringComparison.Ordinal);
        Assert.Equal(of1, of3);
        Assert.Equal(CheckState.InProgress, Check(Approved, Waiting).State);
        Assert.Equal(CheckState.Success, Check(Approved, Approved with { Change = Pull(9) }).State);
    }

    [Fact]
    public static void Attack_7_a_change_into_another_base_has_a_check_of_its_own()
    {
        var lax = Approved with { Change = Pull(5) with { Base = "lax" } };
        var elsewhere = Vetoed with { Change = Vetoed.Change.At("elsewhere") };

        Assert.Equal("changesentinel", Check(Waiting, lax).Name);
        Assert.DoesNotContain("#", Check(Waiting, lax, elsewhere).Title, StringComparison.Ordinal);
        Assert.Equal(("changesentinel (lax)", CheckState.Success), (Check(lax, Waiting).Name, Check(lax, Waiting).State));
    }

    [Fact]
    public static void While_the_others_are_unknown_nothing_passes()
    {
        var context = Planned.Context with { Sharing = A.Unknown<IReadOnlyList<DecidedChange>>("GitHub answered 502") };

        var passing = Check(Approved, context);
        var blocked = Check(Vetoed, context);

        Assert.Equal(CheckState.InProgress, passing.State);
        Assert.Contains("GitHub answered 502", passing.Title, StringComparison.Ordinal);
        Assert.Equal(CheckState.ActionRequired, blocked.State);
    }

    [Fact]
    public static void A_merge_group_passes_where_every_member_does()
    {
        var group = Group(Approved, Approved with { Change = Pull(7) });

        Assert.Equal(CheckState.Success, group.State);
        Assert.Equal("Every pull request of this group passes: #1 and #7", group.Title);
    }

    [Fact]
    public static void A_merge_group_is_held_by_the_member_that_does_not_pass()
    {
        Assert.Equal(CheckState.ActionRequired, Group(Approved, Waiting).State);
        Assert.StartsWith("#2 holds the group: Needs 1 of ", Group(Waiting, Approved).Title, StringComparison.Ordinal);
        Assert.Equal((CheckState.InProgress, true), (
            Group(Approved, Undecided).State, Group(Approved, Undecided).Title.StartsWith("#4 ", StringComparison.Ordinal)));
        Assert.Equal(CheckState.ActionRequired, Group(Undecided, Vetoed).State);
        Assert.Equal(Group(Waiting, Undecided, Approved), Group(Approved, Waiting, Undecided));
    }

    [Fact]
    public static void A_merge_group_that_cannot_be_read_waits()
    {
        var group = new DecidedGroup(A.Sha("group"), "changesentinel", A.Unknown<IReadOnlyList<DecidedChange>>("it timed out"));

        var check = Assert.IsType<Effect.SetCheck>(Assert.Single(Plan.Group(group, present: null)));

        Assert.Equal((CheckState.InProgress, A.Sha("group")), (check.Report.State, check.Head));
        Assert.Contains("it timed out", check.Report.Title, StringComparison.Ordinal);
        Assert.Equal(CheckState.InProgress, Group().State);
    }

    [Fact]
    public static void A_merge_group_that_is_shown_is_not_written_again()
    {
        var group = new DecidedGroup(A.Sha("group"), "changesentinel", Known.Fact<IReadOnlyList<DecidedChange>>([Waiting]));
        var shown = Published.Nothing.After(Plan.Group(group, present: null));

        Assert.Empty(Plan.Group(group, shown.Checks[0]));
    }

    private static CheckReport Check(DecidedChange decided, params DecidedChange[] others) =>
        Check(decided, Planned.Context with { Sharing = Known.Fact<IReadOnlyList<DecidedChange>>(others) });

    private static CheckReport Check(DecidedChange decided, PlanContext context) =>
        decided.Decision.Plan(decided.Change, context: context).OfType<Effect.SetCheck>().Single().Report;

    private static CheckReport Group(params DecidedChange[] members) =>
        Plan.Group(new(A.Sha("group"), "changesentinel", Known.Fact<IReadOnlyList<DecidedChange>>(members)), present: null)
            .OfType<Effect.SetCheck>().Single().Report;

    private static DecidedChange Decided(int number, Statements said) =>
        new(Pull(number), Pull(number).Decided(Policy, said));

    private static Change Pull(int number) => A.Change().Touching("src/payments/a.cs").Numbered(number);
}
