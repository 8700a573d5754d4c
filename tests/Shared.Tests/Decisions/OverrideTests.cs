using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class OverrideTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 2, "senior");

    private static readonly Change High = A.Change().Touching("src/payments/a.cs");

    private static readonly Change Top = A.Change().Touching("infra/main.tf");

    public static TheoryData<string, Change, Statements, bool> Wishes() => new()
    {
        { "one of the top rung", High, None.Overridden(High, "erin"), true },
        { "one for the top tier", Top, None.Overridden(Top, "erin"), false },
        { "two for the top tier", Top, None.Overridden(Top, "erin", "frank"), true },
        { "one twice for the top tier", Top, None.Overridden(Top, "erin", "erin"), false },
        { "a rung below the top", High, None.Overridden(High, "carol"), false },
        { "no rung", High, None.Overridden(High, "grace"), false },
        { "the author", High.By("erin"), None.Overridden(High, "erin"), false },
        { "a pusher", High.PushedBy(A.Person("erin")), None.Overridden(High, "erin"), false },
        { "another head", High, None.Overridden(High.At("before"), "erin"), false },
        { "no reason", High, Blank(High), false },
        {
            "somebody whose after-review is open",
            High,
            None.Overridden(High, "erin") with { OpenAfterReviews = A.People("erin") },
            false
        },
        {
            "somebody else's after-review is open",
            High,
            None.Overridden(High, "erin") with { OpenAfterReviews = A.People("frank") },
            true
        },
        { "no write access", High.WithRole("write", "bob"), None.Overridden(High, "erin"), false },
        {
            "unknown commits",
            High with { Commits = A.Unknown<IReadOnlyList<Commit>>() },
            None.Overridden(High, "erin"),
            true
        },
        {
            "unknown files by one",
            High with { Files = A.Unknown<IReadOnlyList<ChangedFile>>() },
            None.Overridden(High, "erin"),
            false
        },
        {
            "unknown files by two",
            High with { Files = A.Unknown<IReadOnlyList<ChangedFile>>() },
            None.Overridden(High, "erin", "frank"),
            true
        },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public static void Breaking_the_glass_takes_the_top_rung_a_reason_and_this_head(
        string wish, Change change, Statements said, bool passes)
    {
        var decision = change.Decided(Policy, said);

        Assert.True(passes == (decision.State is DecisionState.Overridden), $"{wish}: {decision.State}");
        if (passes)
            Assert.Equal("Overridden on " + change.Head.Short + " by erin: INC-2211", decision.Reasons[0]);
        else
            Assert.NotEmpty(decision.Remarks);
    }

    [Fact]
    public static void Two_accounts_with_one_mark_are_one_person()
    {
        var twin = A.Person("frank") with { Email = "erin@acme.example" };
        var said = None.Overridden(Top, "erin") with
        {
            Overrides =
            [
                .. None.Overridden(Top, "erin").Overrides, new(twin, Top.Head, "INC-2211", A.Now),
            ],
        };

        Assert.Equal(DecisionState.Waiting, Top.Decided(Policy, said).State);
    }

    [Fact]
    public static void An_override_does_not_clear_a_veto()
    {
        var decision = High.Decided(Policy, None.Overridden(High, "erin").Vetoed("bob"));

        Assert.Equal(DecisionState.Vetoed, decision.State);
        Assert.Contains("An override does not clear a veto.", decision.Reasons);
    }

    [Fact]
    public static void What_passes_anyway_is_not_shown_as_overridden()
    {
        var said = None.Overridden(High, "erin").Approved(High, "alice", "bob");

        Assert.Equal(DecisionState.Approved, High.Decided(Policy, said).State);
    }

    private static Statements None => Statements.None;

    private static Statements Blank(Change change) =>
        None with { Overrides = [new(A.Person("erin"), change.Head, " ", A.Now)] };
}
