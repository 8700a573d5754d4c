using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

/// <summary>What reviews and comments make of a change where nothing else is remembered.</summary>
public static class HearPullRequestTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 1, "senior");

    private static string Approve => $"/approve {Change().Head.Short}";

    public static TheoryData<string, Change, DecisionState> Stories() => new()
    {
        { "nobody says anything", Change(), DecisionState.Waiting },
        { "a senior approves", Change().Reviewed("alice", ReviewVerdict.Approved), DecisionState.Approved },
        { "a senior comments", Change().Reviewed("alice", ReviewVerdict.Commented), DecisionState.Waiting },
        { "a senior's approval is dismissed", Change().Dismissed("alice", ReviewVerdict.Approved), DecisionState.Waiting },
        {
            "a senior approves, then comments",
            Change().Reviewed("alice", ReviewVerdict.Approved).Reviewed("alice", ReviewVerdict.Commented),
            DecisionState.Approved
        },
        {
            "a senior approves twice, and the later is dismissed",
            Change().Reviewed("alice", ReviewVerdict.Approved).Dismissed("alice", null),
            DecisionState.Waiting
        },
        {
            "a senior's dismissed approval is followed by another",
            Change().Dismissed("alice", ReviewVerdict.Approved).Reviewed("alice", ReviewVerdict.Approved),
            DecisionState.Approved
        },
        {
            "a senior approves in a comment, and the review before it is dismissed",
            Change().Commented("alice", Approve).Dismissed("alice", ReviewVerdict.Approved),
            DecisionState.Approved
        },
        {
            "a senior asks for changes",
            Change().Reviewed("alice", ReviewVerdict.Approved).Reviewed("bob", ReviewVerdict.ChangesRequested),
            DecisionState.Vetoed
        },
        {
            "a senior asks for changes, then approves",
            Change().Reviewed("bob", ReviewVerdict.ChangesRequested).Reviewed("bob", ReviewVerdict.Approved),
            DecisionState.Approved
        },
        {
            "a senior approves, then asks for changes",
            Change().Reviewed("bob", ReviewVerdict.Approved).Reviewed("bob", ReviewVerdict.ChangesRequested),
            DecisionState.Vetoed
        },
        {
            "a senior's request for changes is dismissed",
            Change().Dismissed("bob", ReviewVerdict.ChangesRequested).Reviewed("alice", ReviewVerdict.Approved),
            DecisionState.Vetoed
        },
        {
            "a dismissed review said who knows what",
            Change().Dismissed("bob", null).Reviewed("alice", ReviewVerdict.Approved),
            DecisionState.Approved
        },
        {
            "who asked for changes later approved, and that was dismissed",
            Change().Reviewed("bob", ReviewVerdict.ChangesRequested).Dismissed("bob", ReviewVerdict.Approved)
                .Reviewed("alice", ReviewVerdict.Approved),
            DecisionState.Approved
        },
        {
            "who asked for changes later said who knows what, and that was dismissed",
            Change().Reviewed("bob", ReviewVerdict.ChangesRequested).Dismissed("bob", null)
                .Reviewed("alice", ReviewVerdict.Approved),
            DecisionState.Vetoed
        },
        { "a senior approves in a comment", Change().Commented("alice", Approve), DecisionState.Approved },
        { "without a head", Change().Commented("alice", "/approve"), DecisionState.Waiting },
        { "with too few digits", Change().Commented("alice", Approve[..^1]), DecisionState.Waiting },
        { "of another head", Change().Commented("alice", "/approve 0000000"), DecisionState.Waiting },
        { "in a quote", Change().Commented("alice", $"> {Approve}"), DecisionState.Waiting },
        { "of this change by name", Change().Commented("alice", Approve.Replace(" ", " Acme/Shop#1 ", StringComparison.Ordinal)), DecisionState.Approved },
        { "of another change", Change().Commented("alice", Approve.Replace(" ", " #2 ", StringComparison.Ordinal)), DecisionState.Waiting },
        { "of another repository", Change().Commented("alice", Approve.Replace(" ", " acme/lab#1 ", StringComparison.Ordinal)), DecisionState.Waiting },
        { "in an edited comment", Change().Commented("alice", Approve, edited: true), DecisionState.Waiting },
        { "a bot says so", Change().Commented(A.Bot("alice"), Approve), DecisionState.Waiting },
        { "an agent says so", Change().Commented(A.Bot("Copilot"), Approve), DecisionState.Waiting },
        { "the author says so", Change().Commented("dana", Approve), DecisionState.Waiting },
        { "a junior says so", Change().Commented("carol", Approve), DecisionState.Waiting },
        { "a stranger says so", Change().Commented("mallory", Approve), DecisionState.Waiting },
        {
            "a senior takes it back",
            Change().Reviewed("alice", ReviewVerdict.Approved).Commented("alice", "/unapprove"),
            DecisionState.Waiting
        },
        {
            "a senior takes it back by name",
            Change().Reviewed("alice", ReviewVerdict.Approved).Commented("alice", "/unapprove @Alice"),
            DecisionState.Waiting
        },
        {
            "another takes it back",
            Change().Reviewed("alice", ReviewVerdict.Approved).Commented("bob", "/unapprove @alice"),
            DecisionState.Approved
        },
        {
            "a senior takes it back and thinks again",
            Change().Commented("alice", Approve).Commented("alice", "/unapprove").Commented("alice", Approve),
            DecisionState.Approved
        },
        {
            "a senior rejects",
            Change().Reviewed("alice", ReviewVerdict.Approved).Commented("bob", "/reject it locks refunds"),
            DecisionState.Vetoed
        },
        {
            "a senior rejects without a reason",
            Change().Reviewed("alice", ReviewVerdict.Approved).Commented("bob", "/reject"),
            DecisionState.Approved
        },
        {
            "a senior rejects some other head",
            Change().Reviewed("alice", ReviewVerdict.Approved).Commented("bob", "/reject 0000000 it locks refunds"),
            DecisionState.Vetoed
        },
        {
            "a senior rejects and clears it",
            Rejected().Commented("bob", "/unapprove"),
            DecisionState.Approved
        },
        {
            "a senior rejects and then approves",
            Rejected().Commented("bob", Approve),
            DecisionState.Approved
        },
        {
            "a senior rejects and then approves a head there never was",
            Rejected().Commented("bob", "/approve 0000000"),
            DecisionState.Vetoed
        },
        { "another of the rung clears it", Rejected().Commented("alice", "/unapprove @bob"), DecisionState.Vetoed },
        {
            "a higher rung clears it",
            Rejected("carol").Commented("bob", "/unapprove @carol"),
            DecisionState.Approved
        },
        {
            "a higher rung that wrote it clears it",
            Rejected("carol").WithCommit(A.Person("bob")).Commented("bob", "/unapprove @carol"),
            DecisionState.Vetoed
        },
        {
            "a higher rung without write access clears it",
            Rejected("carol").WithRole("write", "alice", "carol").Commented("bob", "/unapprove @carol"),
            DecisionState.Vetoed
        },
        {
            "a higher rung clears it before it is said",
            Change().Reviewed("alice", ReviewVerdict.Approved).Commented("bob", "/unapprove @carol")
                .Commented("carol", "/reject it locks refunds"),
            DecisionState.Vetoed
        },
        { "a stranger rejects", Rejected("mallory"), DecisionState.Approved },
        { "a bot rejects", Change().Reviewed("alice", ReviewVerdict.Approved).Commented(A.Bot("bob"), "/reject no"), DecisionState.Approved },
        { "the rejection is edited", Change().Reviewed("alice", ReviewVerdict.Approved).Commented("bob", "/reject no", edited: true), DecisionState.Approved },
        { "a senior overrides", Change().Commented("alice", "/override INC-2211"), DecisionState.Waiting },
        { "a review says the command", Change().Reviewed("alice", ReviewVerdict.Commented, Approve), DecisionState.Waiting },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public static void What_people_write_is_what_is_decided(string story, Change change, DecisionState state) =>
        Assert.True(state == change.DecidedByTalk(Policy).State, $"{story}: {change.DecidedByTalk(Policy).State}");

    [Fact]
    public static void An_approval_says_who_saw_what_where_and_when()
    {
        var change = Change().Reviewed("alice", ReviewVerdict.Approved).Commented("bob", Approve);

        var given = change.Heard(Policy).Statements.Given;

        Assert.Equal([ApprovalChannel.Review, ApprovalChannel.Comment], given.Select(each => each.Channel));
        Assert.Equal([A.Now, A.Now.AddMinutes(1)], given.Select(each => each.At));
        Assert.All(given, each =>
        {
            Assert.Equal(change.Head, each.Head);
            Assert.Equal(Policy.Digest, each.PolicyDigest);
            Assert.Equal(ApprovalStrength.GitHub, each.Strength);
            Assert.Equal((1, 0), (each.Rank, each.TierRank));
            Assert.Equal(change.Files.Or([]).Select(Fingerprint.Of), each.Covers);
        });
    }

    [Theory]
    [InlineData("It locks *refunds*.\n\nSee the log.", "It locks *refunds*.")]
    [InlineData("", "the review asks for changes")]
    [InlineData(" \n\t\n", "the review asks for changes")]
    public static void A_request_for_changes_blocks_with_its_first_line(string text, string reason)
    {
        var veto = Assert.Single(
            Change().Reviewed("bob", ReviewVerdict.ChangesRequested, text).Heard(Policy).Statements.Vetoes);

        Assert.Equal((reason, 1, ApprovalChannel.Review), (veto.Reason, veto.Rank, veto.Channel));
    }

    [Fact]
    public static void A_very_long_reason_is_cut()
    {
        var reason = string.Concat(Enumerable.Repeat("😀", 900));

        var veto = Assert.Single(Change().Commented("bob", $"/reject {reason}").Heard(Policy).Statements.Vetoes);

        Assert.Equal(201, veto.Reason.Length);
        Assert.EndsWith("😀…", veto.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static void An_approval_carries_over_to_a_head_with_the_same_content()
    {
        var reviewed = Change().Reviewed("alice", ReviewVerdict.Approved).Pushed("rebased", each => each);
        var commented = Change().Pushed("rebased", each => each).Commented("alice", Approve);

        Assert.Equal(DecisionState.Approved, reviewed.DecidedByTalk(Policy).State);
        Assert.Equal(DecisionState.Approved, commented.DecidedByTalk(Policy).State);
    }

    [Fact]
    public static void An_approval_of_a_head_whose_content_is_not_known_covers_nothing()
    {
        var pushed = Change().Reviewed("alice", ReviewVerdict.Approved).Pushed("rebased", each => each);
        var unread = pushed with
        {
            SpokenHeads = new Dictionary<Sha, Known<IReadOnlyList<ChangedFile>>>
            {
                [Change().Head] = A.Unknown<IReadOnlyList<ChangedFile>>(),
            },
        };
        var unasked = pushed with { SpokenHeads = new Dictionary<Sha, Known<IReadOnlyList<ChangedFile>>>() };

        Assert.Equal(DecisionState.Waiting, unread.DecidedByTalk(Policy).State);
        Assert.Equal(DecisionState.Waiting, unasked.DecidedByTalk(Policy).State);
    }

    [Fact]
    public static void Who_approved_the_present_head_is_not_told_of_an_earlier_one()
    {
        var change = Change().Reviewed("alice", ReviewVerdict.Approved)
            .Pushed("pushed", each => each.Having("README.md", "v2")).Reviewed("alice", ReviewVerdict.Approved);

        var decision = change.DecidedByTalk(Policy);

        Assert.Equal(DecisionState.Approved, decision.State);
        Assert.Empty(decision.NotCounted);
    }

    [Theory]
    [InlineData("dana", "/ai yes", true)]
    [InlineData("dana", "/ai no", false)]
    [InlineData("dana", "/ai no\n/ai yes", true)]
    [InlineData("dana", "> /ai yes", null)]
    [InlineData("alice", "/ai yes", null)]
    public static void Only_who_opened_it_says_whether_AI_was_used(string login, string text, bool? declared)
    {
        var change = Change().Commented(login, text);

        Assert.Equal(declared, HearPullRequest.DeclaredAi(change));
        Assert.Equal(declared, change.Heard(Policy).Statements.DeclaredAi);
        Assert.Null(HearPullRequest.DeclaredAi(Change().Commented(login, text, edited: true)));
        Assert.Null(HearPullRequest.DeclaredAi(change.OpenedBy(A.Bot("Copilot"))));
        Assert.Null(HearPullRequest.DeclaredAi(change.OpenedBy(null)));
    }

    [Fact]
    public static void The_last_answer_about_AI_counts_and_opens_the_gate()
    {
        var asks = A.Policy().Asking(Undeclared.Ask);
        var change = Change().Commented("dana", "/ai yes").Commented("dana", "/ai no");

        Assert.Equal(DecisionState.Waiting, Change().DecidedByTalk(asks).State);
        Assert.Equal(DecisionState.NotApplicable, change.DecidedByTalk(asks).State);
        Assert.Equal(ProvenanceVerdict.DeclaredHuman, change.DecidedByTalk(asks).CountsAs);
    }

    private static Change Change() => A.Change().Touching("README.md");

    private static Change Rejected(string by = "bob") =>
        Change().Reviewed("alice", ReviewVerdict.Approved).Commented(by, "/reject it locks refunds");
}
