using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Decisions;

public static class ExemptionTests
{
    private const string Renovate = "renovate[bot]";

    public static TheoryData<string, Change, bool> Changes() => new()
    {
        { "its own", Locks(), true },
        { "merged on GitHub's pages", Locks().WithCommit(A.Bot(Renovate), A.WebFlow), true },
        { "another path too", Locks().Touching("package.json"), false },
        { "renamed into its paths", Locks().Renaming("src/payments/a.cs", "x/package-lock.json"), false },
        { "somebody else opened it", Locks().OpenedBy(A.Person("dana")), false },
        { "somebody else pushed it", Locks().PushedBy(A.Bot(Renovate), A.Person("dana")), false },
        { "somebody else wrote a commit", Locks().WithCommit(A.Person("dana"), A.Bot(Renovate)), false },
        { "somebody else committed", Locks().WithCommit(A.Bot(Renovate), A.Person("dana")), false },
        {
            "only an e-mail says so",
            Locks().WithCommit(new() { Id = 5, Email = "1+renovate[bot]@users.noreply.github.com" }),
            false
        },
        { "a guarded file", Locks().Touching(".github/workflows/package-lock.json"), false },
        { "nobody knows who pushed", Locks() with { Pushers = A.Unknown<IReadOnlyList<Person>>() }, false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public static void An_exemption_covers_its_author_s_own_changes_to_its_paths(
        string what, Change change, bool exempt)
    {
        var decision = change.Decided(Policy());

        Assert.True(exempt == (decision.State is DecisionState.NotApplicable), $"{what}: {decision.State}");
    }

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-19", false)]
    public static void It_holds_through_its_last_day_in_UTC(string until, bool exempt)
    {
        var decision = Locks().Decided(Policy(DateOnly.Parse(until)));

        Assert.Equal(exempt, decision.State is DecisionState.NotApplicable);
        if (exempt)
            Assert.Equal(
                "Nobody is asked: .blastradius.yml:40:1 exempts renovate[bot] on these paths until 2026-11-20 "
                + "(tested nightly).",
                Assert.Single(decision.Reasons));
    }

    [Fact]
    public static void An_exempt_bot_is_not_asked_to_declare() =>
        Assert.Equal(
            DecisionState.NotApplicable, Locks().Decided(Policy().Asking(Undeclared.Ask)).State);

    private static Change Locks()
    {
        var bot = A.Bot(Renovate);
        return A.Change().WithoutCommits().OpenedBy(bot).PushedBy(bot).WithCommit(bot).Touching("a/package-lock.json");
    }

    private static Policy Policy(DateOnly? until = null) => A.Policy().Requiring("low", 1, "senior") with
    {
        Exempt =
        [
            new(Renovate, [A.Pattern("**/package-lock.json")], until ?? new(2027, 6, 30), "tested nightly")
            {
                Place = A.Line(40),
            },
        ],
    };
}
