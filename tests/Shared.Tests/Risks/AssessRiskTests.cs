using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Risks;

public static class AssessRiskTests
{
    [Theory]
    [InlineData("low", "README.md")]
    [InlineData("medium", "README.md", "src/cart/Cart.cs")]
    [InlineData("high", "src/payments/Refund.cs", "src/cart/Cart.cs")]
    [InlineData("critical", "src/payments/Refund.cs", "infra/main.tf", "README.md")]
    public static void A_change_has_the_highest_tier_of_its_files(string tier, params string[] paths) =>
        Assert.Equal(tier, Risk(A.Change().Touching(paths)).Tier.Name);

    [Fact]
    public static void Every_contribution_is_kept_with_its_place_the_highest_first()
    {
        var risk = Risk(A.Change().Touching("README.md", "src/payments/Refund.cs"));

        Assert.Equal(
            [("high", "src/payments/Refund.cs", "/src/payments/", 3), ("low", "README.md", "*", 1)],
            risk.Reasons.Select(reason => (reason.Tier.Name, reason.Subject, reason.Rule, reason.Place!.Line)));
        Assert.Equal(
            "src/payments/Refund.cs is high: .blastradius.yml:3:1 says so for /src/payments/.",
            risk.Reasons[0].Sentence);
    }

    [Fact]
    public static void A_file_that_no_line_matches_has_the_top_tier_and_the_reason()
    {
        var policy = A.Policy() with { Paths = new([]) };

        var risk = Risk(A.Change().Touching("README.md"), policy);

        Assert.Equal("critical", risk.Tier.Name);
        Assert.Equal("README.md is critical, because no line of the policy matches it.", risk.Reasons[0].Sentence);
    }

    [Theory]
    [InlineData("docs/a.md", "low")]
    [InlineData("src/cart/Cart.cs", "critical")]
    [InlineData("src/payments/Refund.cs", "high")]
    public static void A_baseline_raises_a_file_and_never_lowers_it(string path, string tier)
    {
        var policy = A.Policy().BaselineLine("*", "low").BaselineLine("/src/cart/", "critical");

        Assert.Equal(tier, Risk(A.Change().Touching(path), policy).Tier.Name);
    }

    [Theory]
    [InlineData("*", "low", "critical")]
    [InlineData("/.github/", "low", "critical")]
    [InlineData(".github/**", "low", "critical")]
    [InlineData("/.github/workflows", "low", "critical")]
    [InlineData("/.github/workflows/*", "low", "critical")]
    [InlineData("*.yml", "medium", "critical")]
    [InlineData("/.github/workflows/", "medium", "medium")]
    [InlineData("/.github/workflows/release.yml", "high", "high")]
    [InlineData("release.yml", "high", "high")]
    public static void A_workflow_has_the_top_tier_unless_a_line_names_it(string pattern, string says, string tier)
    {
        var policy = A.Policy().Line(pattern, says);

        Assert.Equal(tier, Risk(A.Change().Touching(".github/workflows/release.yml"), policy).Tier.Name);
    }

    [Theory]
    [InlineData(".blastradius.yml")]
    [InlineData(".github/.blastradius.yml")]
    [InlineData("docs/.blastradius.yml")]
    [InlineData("CODEOWNERS")]
    [InlineData(".github/CODEOWNERS")]
    [InlineData("docs/CODEOWNERS")]
    [InlineData(".github/workflows/nested/ci.yml")]
    [InlineData("policies/base.yml")]
    public static void What_decides_how_changes_are_judged_has_the_top_tier(string path)
    {
        var policy = A.Policy().Line("*.yml", "low").Line("/docs/", "low") with { Extends = "./policies/base.yml" };

        var risk = Risk(A.Change().Touching(path), policy);

        Assert.Equal("critical", risk.Tier.Name);
        Assert.True(Assert.Single(risk.Paths).Guarded);
    }

    [Fact]
    public static void An_earlier_line_that_names_a_guarded_file_does_not_help_where_a_later_one_decides()
    {
        var policy = A.Policy().Line("/CODEOWNERS", "medium").Line("*", "low");

        Assert.Equal("critical", Risk(A.Change().Touching("CODEOWNERS"), policy).Tier.Name);
    }

    [Fact]
    public static void Downstream_services_raise_a_tier_from_the_count_on()
    {
        var change = A.Change().Touching("src/ledger/Book.cs");

        Assert.Equal("medium", Risk(change, Services(3)).Tier.Name);
        var risk = Risk(change, Services(2));
        Assert.Equal("high", risk.Tier.Name);
        Assert.Equal(
            ("2 services downstream of ledger", "dependents ≥ 2"), (risk.Reasons[0].Subject, risk.Reasons[0].Rule));
    }

    [Fact]
    public static void An_unknown_graph_counts_as_enough_dependents_and_says_so()
    {
        var change = A.Change().Touching("README.md") with
        {
            Manifests = A.Unknown<IReadOnlyList<SourceFile>>("the tree is truncated"),
        };
        var policy = Services(1000) with { Discover = [Ecosystem.Npm] };

        var risk = Risk(change, policy);

        Assert.Equal("high", risk.Tier.Name);
        Assert.Contains("the tree is truncated", risk.Reasons[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, "low")]
    [InlineData(10, "high")]
    public static void Lines_added_and_removed_raise_a_tier_together(int lines, string tier)
    {
        var change = A.Change().Having(File("README.md") with { Added = lines - 4, Removed = 4 });
        var policy = A.Policy().Raising(Raise("high") with { Lines = 10 });

        Assert.Equal(tier, Risk(change, policy).Tier.Name);
    }

    [Fact]
    public static void More_lines_than_a_number_holds_still_raise()
    {
        var change = A.Change()
            .Having(File("a") with { Added = int.MaxValue })
            .Having(File("b") with { Added = int.MaxValue, Removed = -5 });

        var risk = Risk(change, A.Policy().Raising(Raise("high") with { Lines = 10 }));

        Assert.Equal((int.MaxValue, "high"), (risk.LinesChanged, risk.Tier.Name));
    }

    [Theory]
    [InlineData(true, 20, "critical")]
    [InlineData(true, 5, "low")]
    [InlineData(false, 20, "low")]
    public static void Every_condition_of_a_raise_rule_must_hold(bool hazard, int lines, string tier)
    {
        var rules = A.Policy().Raising(Raise("critical") with { Lines = 10, Hazards = [HazardKind.DestructiveSql] });
        var found = new Hazard(HazardKind.DestructiveSql, "a.sql", 3, false) { Why = "it drops", Quote = "DROP" };

        var risk = AssessRisk.Of(
            Known.Fact<IReadOnlyList<ChangedFile>>([File("a.sql") with { Added = lines }]),
            new()
            {
                Tiers = rules.Tiers,
                Paths = rules.Paths,
                Raise = rules.Raise,
                Guarded = GuardedPaths.Of(null, rules.File, null, null),
            },
            A.Unknown<ServiceGraph>(),
            hazard ? [found] : []);

        Assert.Equal(tier, risk.Tier.Name);
    }

    [Fact]
    public static void Unknown_files_have_no_bound_but_the_top_tier()
    {
        var change = A.Change() with { Files = A.Unknown<IReadOnlyList<ChangedFile>>("the diff answers 406") };

        var risk = Risk(change);

        Assert.Equal("critical", risk.Tier.Name);
        Assert.Equal(
            "No tier below critical is certain: the changed files are unknown, because the diff answers 406.",
            Assert.Single(risk.Reasons).Sentence);
    }

    private static Risk Risk(Change change, Policy? policy = null) => Assess.Change(change, policy ?? A.Policy()).Risk;

    private static RaiseRule Raise(string tier) => new() { To = A.Tier(tier), Place = A.Line(20) };

    private static Policy Services(int dependents) => A.Policy().Raising(Raise("high") with { Dependents = dependents })
        with
    {
        Services =
        [
            Service("ledger", "/src/ledger/"),
            Service("checkout", "/src/checkout/", "ledger"),
            Service("tax", "/src/tax/", "checkout"),
        ],
    };

    private static Service Service(string name, string path, params string[] needs) =>
        new() { Name = name, Paths = [A.Pattern(path)], DependsOn = needs, Place = A.Line(10) };

    private static ChangedFile File(string path) =>
        new() { Change = FileChange.Added, New = new(path, "100644", A.Sha(path)) };
}
