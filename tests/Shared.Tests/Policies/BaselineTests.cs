using ChangeSentinel.Approvals;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Tests.Policies;

public static class BaselineTests
{
    private const string Paths = "paths: |\n  *  low\n";

    [Fact]
    public static void Paths_of_both_are_kept_apart_so_that_a_file_takes_the_higher_tier()
    {
        var policy = Join("paths: |\n  *  low\n  /src/  high\n", "paths: |\n  *  medium\n");

        Assert.Equal("low", policy.Paths.Deciding("README.md")?.Tier.Name);
        Assert.Equal("medium", policy.BaselinePaths?.Deciding("README.md")?.Tier.Name);
        Assert.Equal("./base.yml", policy.Extends);
    }

    [Fact]
    public static void A_policy_without_paths_takes_the_baseline_s_and_the_other_way_round()
    {
        Assert.Equal("medium", Join("", "paths: |\n  *  medium\n").Paths.Deciding("x")?.Tier.Name);
        Assert.Null(Join("paths: |\n  *  low\n", "mode: enforce\n").BaselinePaths);
    }

    [Fact]
    public static void Rules_are_united_and_a_baseline_without_rules_stands_for_the_default_pair()
    {
        var own = "require: [{ tier: critical, approvals: 2 }]\nraise: [{ to: high, lines: 9 }]\n";
        const string baseline = Paths + "require: [{ tier: low, approvals: 1 }]\n";

        var silent = Join(own, Paths);
        var speaking = Join(own, baseline + "raise: [{ to: high, lines: 5 }]\n");
        var ownSilent = Join("", baseline);

        Assert.Equal("medium high critical", Tiers(silent));
        Assert.Equal("low critical", Tiers(speaking));
        Assert.Equal([5, 9], speaking.Raise.Select(rule => rule.Lines));
        Assert.Equal("low", Tiers(ownSilent));
    }

    [Fact]
    public static void Seniority_exemptions_channels_and_check_names_are_the_baseline_s_alone()
    {
        var reading = PolicySamples.Parse("ok/extends");

        var policy = Assert.IsType<PolicyReading.Valid>(reading).Policy;
        Assert.Equal("mid lead", string.Join(' ', policy.Seniority.Rungs.Select(rung => rung.Name)));
        Assert.Equal("renovate[bot]", Assert.Single(policy.Exempt).Author);
        Assert.Equal(["main"], policy.CheckNames["changesentinel"]);
        var page = Assert.Single(policy.Page);
        Assert.Equal(["#oncall"], page.Then);
        Assert.Equal((3, TimeSpan.FromMinutes(20), PageHours.Any), (page.First, page.Every, page.Hours));
    }

    [Fact]
    public static void A_baseline_without_seniority_means_repository_roles_not_the_repository_s_own_rungs()
    {
        var policy = Join("seniority: [{ anyone: ['@mallory'] }]\n", Paths);

        Assert.Same(Seniority.FromRoles, policy.Seniority);
    }

    [Fact]
    public static void A_service_that_both_declare_stands_where_either_says_and_keeps_the_baseline_s_owners()
    {
        var policy = Join(
            "services: { a: { paths: [/x/, /y/], owners: '@me' }, b: { paths: [/b/] } }\n",
            Paths + "services: { a: { paths: [/x/], owners: '@them', depends_on: c }, c: { paths: [/c/] } }\n");

        Assert.Equal("a c b", string.Join(' ', policy.Services.Select(service => service.Name)));
        Assert.Equal("/x/ /y/", string.Join(' ', policy.Services[0].Paths.Select(pattern => pattern.Text)));
        Assert.Equal(["@them"], policy.Services[0].Owners);
        Assert.Equal(["c"], policy.Services[0].DependsOn);
    }

    public static TheoryData<string, string, Undeclared> UndeclaredOfBoth { get; } = new()
    {
        { "human", "human", Undeclared.Human },
        { "human", "ask", Undeclared.Ask },
        { "human", "assisted", Undeclared.Assisted },
        { "ask", "human", Undeclared.Ask },
        { "ask", "ask", Undeclared.Ask },
        { "ask", "assisted", Undeclared.Assisted },
        { "assisted", "human", Undeclared.Assisted },
        { "assisted", "ask", Undeclared.Assisted },
        { "assisted", "assisted", Undeclared.Assisted },
    };

    [Theory]
    [MemberData(nameof(UndeclaredOfBoth))]
    public static void Of_undeclared_the_higher_wins_tier_by_tier(string own, string baseline, Undeclared expected)
    {
        var policy = Join(
            $"ai: {{ undeclared: {{ high: {own} }} }}\n",
            $"ai: {{ undeclared: {{ high: {baseline}, critical: human }} }}\n{Paths}");

        Assert.Equal([Undeclared.Human, Undeclared.Human, expected], policy.Undeclared.Take(3));
        Assert.Equal(policy.Undeclared[3].ToString(), own, ignoreCase: true);
    }

    [Theory]
    [InlineData("", "", PolicyMode.Enforce)]
    [InlineData("mode: shadow", "", PolicyMode.Enforce)]
    [InlineData("mode: shadow", "mode: enforce", PolicyMode.Enforce)]
    [InlineData("mode: enforce", "mode: shadow", PolicyMode.Enforce)]
    [InlineData("", "mode: shadow", PolicyMode.Enforce)]
    [InlineData("mode: shadow", "mode: shadow", PolicyMode.Shadow)]
    public static void Shadow_holds_only_where_both_say_so(string own, string baseline, PolicyMode expected) =>
        Assert.Equal(expected, Join($"{own}\n", $"{baseline}\n{Paths}").Mode);

    [Theory]
    [InlineData("./base.yml", "base.yml")]
    [InlineData("./.github/policies/base.yml", ".github/policies/base.yml")]
    public static void A_local_baseline_is_named_from_the_root(string text, string path) =>
        Assert.Equal(new BaselineReference.Local(path), BaselineReference.Parse(text));

    [Fact]
    public static void A_baseline_elsewhere_has_a_repository_a_path_and_a_ref() => Assert.Equal(
        new BaselineReference.Remote("acme/.github", "dir/blastradius.yml", "release/1.x"),
        BaselineReference.Parse("acme/.github//dir/blastradius.yml@release/1.x"));

    [Theory]
    [InlineData("base.yml")]
    [InlineData("/etc/passwd")]
    [InlineData("./../x.yml")]
    [InlineData("./a/../../x.yml")]
    [InlineData("./a//x.yml")]
    [InlineData("./C:\\x.yml")]
    [InlineData("./")]
    [InlineData("acme//x.yml@main")]
    [InlineData("acme/repo//x.yml")]
    [InlineData("acme/repo//x.yml@")]
    [InlineData("acme/repo//../x.yml@main")]
    [InlineData("../repo//x.yml@main")]
    [InlineData("acme/repo//x.yml@a b")]
    [InlineData("https://example.org/x.yml@main")]
    public static void Anything_else_names_no_baseline(string text) => Assert.Null(BaselineReference.Parse(text));

    [Theory]
    [InlineData("extends: ./b.yml\npaths: 5\n", "./b.yml")]
    [InlineData("paths: |\n  *  low\n", null)]
    [InlineData("extends: [./b.yml]\n", null)]
    [InlineData("extends: ./b.yml\nx: [", null)]
    [InlineData("- extends\n", null)]
    public static void The_door_learns_which_baseline_to_fetch(string text, string? expected) =>
        Assert.Equal(expected, ReadExtends.In(new("p.yml", text)));

    private static string Tiers(Policy policy) => string.Join(' ', policy.Require.Select(rule => rule.Tier?.Name));

    private static Policy Join(string own, string baseline) => Valid(
        PolicyParser.Parse(new("p.yml", "extends: ./base.yml\n" + own), new("base.yml", baseline)));

    private static Policy Valid(PolicyReading reading) => Assert.IsType<PolicyReading.Valid>(reading).Policy;
}
