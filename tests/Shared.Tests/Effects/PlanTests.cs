using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Effects;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.Reports;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Effects;

public static class PlanTests
{
    private static readonly Change Change = A.Change().Touching("src/payments/a.cs");
    private static readonly Policy Policy = A.Policy().Requiring("high", 1, "senior");

    [Theory]
    [InlineData(DecisionState.NotApplicable, false, CheckState.Success)]
    [InlineData(DecisionState.Approved, false, CheckState.Success)]
    [InlineData(DecisionState.Waiting, false, CheckState.InProgress)]
    [InlineData(DecisionState.Undecided, false, CheckState.InProgress)]
    [InlineData(DecisionState.Vetoed, false, CheckState.ActionRequired)]
    [InlineData(DecisionState.BadPolicy, false, CheckState.ActionRequired)]
    [InlineData(DecisionState.Overridden, false, CheckState.Neutral)]
    [InlineData(DecisionState.NoPolicy, false, CheckState.Neutral)]
    [InlineData(DecisionState.Waiting, true, CheckState.Neutral)]
    [InlineData(DecisionState.Approved, true, CheckState.Neutral)]
    [InlineData(DecisionState.Vetoed, true, CheckState.Neutral)]
    public static void Every_state_has_its_check(DecisionState state, bool shadow, CheckState expected)
    {
        var decision = ForgeSamples.Of(state) with { Shadow = shadow };

        var check = Assert.IsType<Effect.SetCheck>(decision.Plan(ForgeSamples.Change(decision))[0]);

        Assert.Equal(("changesentinel", expected, (long?)null), (check.Report.Name, check.Report.State, check.Run));
        Assert.Equal(shadow, check.Report.Title.StartsWith("Shadow: ", StringComparison.Ordinal));
    }

    [Fact]
    public static void A_new_head_waits_before_anything_is_read()
    {
        var head = Change.Head;
        var green = Planned.Check("changesentinel", head, CheckState.Success, 5);

        var waiting = ChangeSentinel.Effects.Plan.Waiting(head, "changesentinel", present: null);
        var again = ChangeSentinel.Effects.Plan.Waiting(head, "changesentinel", green);

        Assert.Equal((CheckState.InProgress, (long?)null), (waiting!.Report.State, waiting.Run));
        Assert.Equal((CheckState.InProgress, 5L), (again!.Report.State, again.Run));
        Assert.Null(ChangeSentinel.Effects.Plan.Waiting(head, "changesentinel", green with { State = CheckState.InProgress }));
    }

    [Fact]
    public static void The_run_that_waited_is_the_one_that_is_decided()
    {
        var published = Published.Nothing with
        {
            Checks = [Planned.Check("changesentinel", Change.Head, CheckState.InProgress, 42)],
        };

        var check = Change.ApprovedBy(Policy, "alice").Plan(Change, published).OfType<Effect.SetCheck>().Single();

        Assert.Equal((42L, CheckState.Success), (check.Run, check.Report.State));
    }

    [Fact]
    public static void A_check_that_shows_something_else_is_written_again()
    {
        var decision = Change.Decided(Policy);
        var shown = Published.Nothing.After(decision.Plan(Change));
        var check = shown.Checks[0];

        Assert.Empty(decision.Plan(Change, shown));
        PublishedCheck[] others =
        [
            check with { State = CheckState.Success }, check with { State = null }, check with { Title = "x" },
            check with { Summary = "x" },
        ];
        Assert.All(
            others,
            drifted => Assert.IsType<Effect.SetCheck>(
                Assert.Single(decision.Plan(Change, shown with { Checks = [drifted] }))));
    }

    [Fact]
    public static void With_a_bot_no_check_is_written()
    {
        var context = Planned.Context with { Wishes = new(CommentWish.OnBlock, WritesCheck: false) };
        var change = Change with { FormerHeads = [A.Sha("before")] };
        var published = Published.Nothing with
        {
            Checks = [Planned.Check("changesentinel", A.Sha("before"), CheckState.Success)],
        };

        Assert.DoesNotContain(
            change.Decided(Policy).Plan(change, published, context), effect => effect is Effect.SetCheck);
    }

    [Fact]
    public static void Attack_31_no_former_head_stays_green_once_the_change_is_blocked()
    {
        var change = Change with { FormerHeads = [A.Sha("b"), A.Sha("a"), Change.Head] };
        var published = Published.Nothing with
        {
            Checks =
            [
                Planned.Check("changesentinel", change.Head, CheckState.Success, 1),
                Planned.Check("changesentinel", A.Sha("a"), CheckState.Success, 2),
                Planned.Check("changesentinel (old base)", A.Sha("b"), CheckState.Neutral, 3),
                Planned.Check("changesentinel", A.Sha("b"), CheckState.ActionRequired, 4),
                Planned.Check("changesentinel", A.Sha("elsewhere"), CheckState.Success, 5),
            ],
        };
        var vetoed = change.Decided(Policy, Statements.None.Vetoed("alice"));

        var checks = vetoed.Plan(change, published).OfType<Effect.SetCheck>().ToList();

        Assert.Equal([1L, 2, 3], checks.Select(check => check.Run!.Value));
        Assert.All(checks, check => Assert.Equal(CheckState.ActionRequired, check.Report.State));
        Assert.Equal(
            $"Superseded by {change.Head.Short}: Vetoed by alice: it locks refunds", checks[1].Report.Title);
        Assert.Equal("changesentinel (old base)", checks[2].Report.Name);
        Assert.Empty(vetoed.Plan(change, published.After(vetoed.Plan(change, published))));
    }

    [Fact]
    public static void Former_heads_are_left_alone_while_the_change_passes()
    {
        var change = Change with { FormerHeads = [A.Sha("a")] };
        var published = Published.Nothing with
        {
            Checks = [Planned.Check("changesentinel", A.Sha("a"), CheckState.Success, 2)],
        };

        var checks = change.ApprovedBy(Policy, "alice").Plan(change, published).OfType<Effect.SetCheck>();

        Assert.Equal(change.Head, Assert.Single(checks).Head);
    }

    [Theory]
    [InlineData(CommentWish.OnBlock, true, false, true)]
    [InlineData(CommentWish.OnBlock, false, false, false)]
    [InlineData(CommentWish.OnBlock, false, true, true)]
    [InlineData(CommentWish.Always, false, false, true)]
    [InlineData(CommentWish.Off, true, false, false)]
    [InlineData(CommentWish.Off, true, true, false)]
    public static void The_comment_is_written_where_it_is_wished(
        CommentWish wish, bool blocked, bool present, bool written)
    {
        var decision = blocked ? Change.Decided(Policy) : Change.ApprovedBy(Policy, "alice");
        var published = Published.Nothing with { Comment = present ? new(7, "old") : null };
        var context = Planned.Context with { Wishes = new(wish, WritesCheck: true) };

        var comments = decision.Plan(Change, published, context).OfType<Effect.WriteComment>().ToList();

        Assert.Equal(written, comments.Count == 1);
        Assert.All(comments, comment => Assert.Equal(present ? 7 : null, comment.Comment));
    }

    [Fact]
    public static void A_shadow_writes_no_comment_of_its_own()
    {
        var decision = Change.Decided(Policy with { Mode = PolicyMode.Shadow });

        Assert.DoesNotContain(decision.Plan(Change), effect => effect is Effect.WriteComment);
    }

    [Fact]
    public static void A_refused_command_changes_the_comment()
    {
        var decision = Change.Decided(Policy);
        var shown = Published.Nothing.After(decision.Plan(Change));
        var context = Planned.Context with
        {
            Report = Planned.Context.Report with { Refused = [new("bob", "/aprove", "Did you mean `/approve`?")] },
        };

        var comment = Assert.IsType<Effect.WriteComment>(Assert.Single(decision.Plan(Change, shown, context)));

        Assert.Contains("| Refused | `/aprove` of bob: Did you mean `/approve`? |", comment.Text, StringComparison.Ordinal);
    }
}
