using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

/// <summary>What people are told whose command was not followed.</summary>
public static class RefusalTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 1, "senior");
    private static readonly string Head = Change().Head.Short;

    public static TheoryData<string, string, string> Refused() => new()
    {
        { "alice", "/approve", $"An approval in a comment names the head it is for: `/approve {Head}`." },
        { "alice", "/approve 0000000", $"No head of this change begins with 0000000; for the present one write `/approve {Head}`." },
        { "alice", $"/approve {A.Sha("commit dana").Short}", $"{A.Sha("commit dana").Short} never was the head of this change; for the present one write `/approve {Head}`." },
        { "alice", $"/approve #2 {Head}", "This is acme/shop#1: what is for acme/shop#2 is said there." },
        { "alice", "/reject acme/lab#1 it locks", "This is acme/shop#1: what is for acme/lab#1 is said there." },
        { "alice", "/aprove", "There is no command `/aprove`; did you mean `/approve`?" },
        { "alice", "/unapprove", "There is nothing of yours to take back: you have neither approved nor objected." },
        { "alice", "/unapprove @carol", "carol has no objection that stands." },
        { "alice", "/unapprove @bob", "Not counted: alice does not stand above bob. bob can clear it with `/unapprove`, or somebody eligible of a higher rung." },
        { "dana", "/unapprove @bob", "Not counted: dana opened it. bob can clear it with `/unapprove`, or somebody eligible of a higher rung." },
        { "alice", "/ai no", "Only dana, who opened it, can say whether AI was used." },
        { "alice", "/override INC-2211", "There is no `/override` without the bot: here a change passes with its approvals or not at all." },
        { "alice", "/snooze 30m", "This needs the bot: without one nobody is paged and nothing is kept." },
        { "alice", "/why", "The check says who can approve and why: open its details." },
        { "alice", "/help", "Here `/approve SHA`, `/reject REASON`, `/unapprove`, `/ai yes`, `/ai no` and `/recheck` are heard." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public static void A_command_that_is_not_followed_says_why_and_what_would_work(
        string login, string text, string why)
    {
        var refusal = Assert.Single(
            Change().Commented("bob", "/reject it locks").Commented(login, text).Heard(Policy).Refusals);

        Assert.Equal((2, login, text, why), (refusal.Comment, refusal.Author.Login!, refusal.Line, refusal.Why));
    }

    [Fact]
    public static void An_objection_of_an_unknown_rung_is_cleared_by_its_author_alone()
    {
        var policy = A.Policy().Rungs(("mid", ["@dana"]), ("senior", ["@alice", "@acme/seniors"]))
            .Requiring("low", 1, "senior");
        var change = Change().UnreadTeam("@acme/seniors").Commented("bob", "/reject it locks");

        var heard = change.Commented("alice", "/unapprove @bob").Heard(policy);

        Assert.Single(heard.Statements.Vetoes);
        Assert.StartsWith(
            "Not counted: nobody can tell who stands above bob.", Assert.Single(heard.Refusals).Why,
            StringComparison.Ordinal);
        Assert.Empty(change.Commented("bob", "/unapprove").Heard(policy).Statements.Vetoes);
    }

    [Fact]
    public static void Digits_that_begin_two_commits_name_none_and_the_line_to_copy_has_more_of_them()
    {
        var twin = Sha.Parse(string.Concat(Change().Head.ToString().AsSpan(0, 9), new string('0', 31)));
        var change = Change() with { FormerHeads = [twin] };

        var short_ = change.Commented("alice", $"/approve {Head}").Heard(Policy);
        var longer = change.Commented("alice", $"/approve {Change().Head.ToString()[..10]}").Heard(Policy);

        Assert.Empty(short_.Statements.Given);
        Assert.Equal(
            $"More than one commit begins with {Head}; for the present head write `/approve {Change().Head.ToString()[..10]}`.",
            Assert.Single(short_.Refusals).Why);
        Assert.Equal(change.Head, Assert.Single(longer.Statements.Given).Head);
    }

    [Fact]
    public static void An_edited_comment_is_answered_once_and_only_where_it_commands()
    {
        var change = Change().Commented("alice", $"/approve {Head}\n/recheck", edited: true)
            .Commented("bob", "Looks good.", edited: true);

        var refusal = Assert.Single(change.Heard(Policy).Refusals);

        Assert.Equal("A comment that was edited counts for nothing: write the command in a new one.", refusal.Why);
    }

    [Fact]
    public static void A_command_in_a_review_is_answered()
    {
        var refusal = Assert.Single(
            Change().Reviewed("alice", ReviewVerdict.Commented, "/reject it locks").Heard(Policy).Refusals);

        Assert.Equal("A command in a review is not read: write it as a comment.", refusal.Why);
        Assert.Null(refusal.Comment);
    }

    [Fact]
    public static void Whoever_then_says_what_counts_is_not_told_again()
    {
        var change = Change().Commented("alice", "/approve").Commented("bob", "/approve")
            .Commented("alice", $"/approve {Head}");

        Assert.Equal("bob", Assert.Single(change.Heard(Policy).Refusals).Author.Login);
    }

    [Fact]
    public static void Whose_approval_does_not_count_is_for_the_decision_to_say()
    {
        var change = Change().Commented("dana", $"/approve {Head}");

        Assert.Empty(change.Heard(Policy).Refusals);
        Assert.Equal(
            ["dana's approval does not count: dana opened it."],
            change.DecidedByTalk(Policy).NotCounted.Select(each => each.Why));
    }

    [Fact]
    public static void Nobody_floods_the_report()
    {
        var change = Enumerable.Range(0, 100).Aggregate(
            Change().Commented("alice", "/approve"),
            (each, index) => each.Commented($"mallory{index % 20}", string.Join('\n', Enumerable.Repeat("/aprove", 30))));

        var refusals = change.Heard(Policy).Refusals;

        Assert.Equal(50, refusals.Count);
        Assert.All(refusals.GroupBy(each => each.Author.Login), group => Assert.InRange(group.Count(), 1, 5));
    }

    private static Change Change() => A.Change().Touching("README.md");
}
