using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Tests.Reports;

public static class DecisionSentenceTests
{
    public static TheoryData<DecisionState, string> Sentences { get; } = new()
    {
        {
            DecisionState.Waiting,
            "Needs 1 of alice, bob (senior): AI-assisted, high tier, author below senior, 14 services downstream"
        },
        { DecisionState.Approved, "Approved by alice on 4be1c0d" },
        { DecisionState.Vetoed, "Vetoed by bob: the migration locks refunds" },
        { DecisionState.Overridden, "OVERRIDDEN by erin and frank: INC-2211" },
        {
            DecisionState.Undecided,
            "Undecided: Its files are unknown, because the list ends at 3,000 files."
        },
        { DecisionState.NotApplicable, "Shadow: Nothing asked: low tier, no mark of AI" },
        { DecisionState.NoPolicy, "No .blastradius.yml stands on main, so nobody is asked." },
        {
            DecisionState.BadPolicy,
            "Policy error at .blastradius.yml:12:18: unknown tier 'hihg'; did you mean 'high'?"
        },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public static void Every_state_has_its_sentence(DecisionState state, string expected)
    {
        var decision = SampleDecisions.All.Single(sample => sample.State == state);

        var sentence = DecisionSentence.Of(decision);

        Assert.Equal(expected, sentence);
    }

    [Fact]
    public static void Every_state_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<DecisionState>().Length, Sentences.Count);

    [Theory]
    [InlineData("a word and another ")]
    [InlineData("withoutanyspace")]
    [InlineData("😀")]
    public static void A_long_sentence_is_cut_between_characters_at_140(string word)
    {
        var reason = string.Concat(Enumerable.Repeat(word, 100));

        var sentence = DecisionSentence.Of(SampleDecisions.Undecided with { Reasons = [reason] });

        Assert.InRange(sentence.Length, 100, DecisionSentence.MaxLength);
        Assert.EndsWith("…", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence.EnumerateRunes(), rune => rune.Value == 0xFFFD);
    }

    [Fact]
    public static void Whoever_has_approved_already_is_not_asked_again()
    {
        var requirement = SampleDecisions.Waiting.Requirements[0] with
        {
            Approvals = 2,
            MetBy = [SampleDecisions.Alice],
        };
        var decision = SampleDecisions.Waiting with
        {
            Requirements = [requirement],
            Counted = SampleDecisions.Approved.Counted,
        };

        var sentence = DecisionSentence.Of(decision);

        Assert.StartsWith("Needs 1 of bob (senior):", sentence, StringComparison.Ordinal);
    }
}
