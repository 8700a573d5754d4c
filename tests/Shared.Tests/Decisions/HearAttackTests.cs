using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

/// <summary>The rows of the attack table that reviews and comments decide.</summary>
public static class HearAttackTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 1, "senior");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static void Attack_04_an_approval_of_a_former_head_does_not_count_for_new_content(bool review)
    {
        var seen = A.Change().Touching("a.cs", "b.cs");
        var pushed = seen.Pushed("pushed", each => each.Having("a.cs", "pushed"));
        var late = A.Now.AddMinutes(20);
        var approved = review
            ? pushed.Reviewed(new Review(A.Person("alice"), ReviewVerdict.Approved, seen.Head, late))
            : pushed.Commented("alice", $"/approve {seen.Head.Short}");

        var decision = approved.DecidedByTalk(Policy);

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Equal(
            [$"alice approved {seen.Head.Short}, and a.cs changed since."],
            decision.NotCounted.Select(each => each.Why));
        Assert.Equal(["a.cs"], Assert.Single(decision.AskAgain).ChangedPaths);
    }

    [Fact]
    public static void Attack_06_who_had_a_hand_in_any_commit_approves_nothing_in_a_comment_either()
    {
        var change = A.Change().Touching("a.cs")
            .WithCommit(new() { Name = "Al", Email = "alice@acme.example" }, A.Person("dana"))
            .PushedBy(A.Person("dana"), A.Person("bob"));

        var decision = change
            .Commented("bob", $"/approve {change.Head.Short}").Commented("alice", $"/approve {change.Head.Short}")
            .DecidedByTalk(Policy);

        Assert.NotEqual(DecisionState.Approved, decision.State);
        Assert.Empty(decision.Counted);
    }

    [Fact]
    public static void Attack_17_a_template_or_a_quote_that_holds_a_command_makes_nobody_say_it()
    {
        var change = A.Change().Touching("a.cs");
        var line = $"/approve {change.Head.Short}";

        var decision = change
            .Commented("alice", $"Please do not say\n> {line}\n\n<!--\n{line}\n-->\n\n```\n{line}\n```")
            .Commented("alice", $"[why\n{line}\nnot](https://evil.example)\n\n<details>\n\n{line}\n\n</details>")
            .DecidedByTalk(Policy);

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Empty(decision.NotCounted);
    }

    [Fact]
    public static void Attack_31_a_veto_of_a_later_head_holds_after_a_force_push_back()
    {
        var first = A.Change().Touching("a.cs").Reviewed("alice", ReviewVerdict.Approved);
        var second = first.Pushed("pushed", each => each.Having("a.cs", "pushed"))
            .Commented("bob", "/reject it locks refunds");
        var back = second.Pushed("head", each => each.Having("a.cs", "v1"));

        Assert.Equal(first.Head, back.Head);
        Assert.Equal(DecisionState.Approved, first.DecidedByTalk(Policy).State);
        Assert.Equal(DecisionState.Vetoed, back.DecidedByTalk(Policy).State);
    }

    [Fact]
    public static void Attack_34_a_senior_who_opens_it_lifts_nobody_and_approves_nothing()
    {
        var policy = A.Policy().Requiring(A.Policy().Rule("low", 1, "senior") with
        {
            AuthorBelow = A.Policy().Rung("senior"),
        });
        var change = A.Change().By("dana").OpenedBy(A.Person("alice")).Touching("a.cs")
            .Reviewed("alice", ReviewVerdict.Approved);

        var decision = change.DecidedByTalk(policy);

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Equal("mid", decision.AuthorRung);
        Assert.Equal(DecisionState.Approved, change.Reviewed("bob", ReviewVerdict.Approved).DecidedByTalk(policy).State);
    }

    [Fact]
    public static void A_reviewer_who_is_renamed_or_gone_speaks_for_nobody_else()
    {
        var change = A.Change().Touching("a.cs");
        var gone = new Person();

        var renamed = change.Commented("bob", "/reject it locks")
            .Commented(A.Person("bob") with { Id = 1 }, "/unapprove");
        var deleted = change.Commented(gone, "/reject it locks").Commented(gone, "/unapprove");

        Assert.Equal(DecisionState.Vetoed, renamed.DecidedByTalk(Policy).State);
        Assert.Single(deleted.Heard(Policy).Statements.Vetoes);
        Assert.Equal(DecisionState.Waiting, deleted.DecidedByTalk(Policy).State);
    }
}
