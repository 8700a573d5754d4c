using System.Globalization;
using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Policies;

public static class PolicyParserTests
{
    private const string Paths = "paths: |\n  *  low\n";

    [Fact]
    public static void Paths_alone_give_a_policy_with_every_default()
    {
        var policy = Valid(Paths);

        Assert.Equal(".blastradius.yml", policy.File);
        Assert.Equal(["low", "medium", "high", "critical"], policy.Tiers.Names);
        Assert.Same(Seniority.FromRoles, policy.Seniority);
        Assert.Equal(Enumerable.Repeat(Undeclared.Human, 4), policy.Undeclared);
        Assert.Equal(new("ai: {verdict}", "risk: {tier}"), policy.Labels);
        Assert.Equal(PolicyMode.Enforce, policy.Mode);
        Assert.Null(policy.Extends);
        Assert.Null(policy.BaselinePaths);
        Assert.Empty(policy.CheckNames);
    }

    [Fact]
    public static void Without_require_the_default_pair_holds()
    {
        var policy = Valid(Paths);

        Assert.Collection(
            policy.Require,
            first => Assert.Equal(
                ("medium", AiCondition.AgentOrAssisted, "maintain", 1, "maintain"), Words(first)),
            second => Assert.Equal(("high", AiCondition.AgentOnly, null, 1, "maintain"), Words(second)));
        Assert.All(policy.Require, rule => Assert.Null(rule.Place));
    }

    [Theory]
    [InlineData("[a, b]", "seniority: [{ mid: '@x' }, { senior: '@y' }, { lead: '@z' }]\n", "b", "b", "senior")]
    [InlineData("[a]", "", "a", "a", "maintain")]
    [InlineData("[a, b, c, d, e]", "seniority: [{ mid: ['@x'] }, { top: ['@y'] }]\n", "b", "c", "top")]
    public static void The_default_pair_goes_by_position_and_by_the_rung_called_senior(
        string tiers, string seniority, string second, string third, string top)
    {
        var policy = Valid($"tiers: {tiers}\npaths: |\n  *  a\n{seniority}");

        Assert.Equal(second, policy.Require[0].Tier?.Name);
        Assert.Equal(third, policy.Require[1].Tier?.Name);
        Assert.Equal(top, policy.Require[0].AuthorBelow?.Name);
        Assert.All(policy.Require, rule => Assert.Equal(top, rule.From?.Name));
    }

    [Fact]
    public static void Every_key_is_read_into_the_policy()
    {
        var policy = Valid(PolicySamples.Source("ok/every-key").Text);

        var till = Assert.Single(policy.Services, service => service.Name == "till");
        Assert.Equal(["stock", "prices", "tax-tables"], till.DependsOn);
        Assert.Equal(["@shop/till"], till.Owners);
        Assert.Equal(Enum.GetValues<Ecosystem>(), policy.Discover);
        Assert.Equal((8, 400), (policy.Raise[0].Dependents, policy.Raise[2].Lines));
        Assert.Equal([HazardKind.SecurityCode], policy.Raise[3].Hazards);
        var (rank, name, members, place) = policy.Seniority.Rungs[1];
        Assert.Equal((1, "senior", 34), (rank, name, place?.Line));
        Assert.Equal(["@shop/seniors", "@grace"], members);
        Assert.Equal((true, ApprovalStrength.GitHub), (policy.Require[2].Owners, policy.Require[2].Strength));
        Assert.True(policy.Require[1].DistinctTeam);
        Assert.Equal(AiCondition.Neither, policy.Require[4].Ai);
        Assert.Equal(["till"], policy.Require[4].Services);
        Assert.Equal([HazardKind.LockingSql], policy.Require[3].Hazards);
        var exemption = Assert.Single(policy.Exempt);
        Assert.Equal(("renovate[bot]", new DateOnly(2027, 3, 31)), (exemption.Author, exemption.Until));
        Assert.Equal(
            [Undeclared.Human, Undeclared.Human, Undeclared.Ask, Undeclared.Ask], policy.Undeclared);
        Assert.Equal(new Marker.TrailerKey("X-Written-With"), policy.Markers[0]);
        Assert.Equal(new Marker.Account("*+agent@shop.example") { Tool = "Shop Agent" }, policy.Markers[1]);
        Assert.Equal(TimeSpan.FromMinutes(5), policy.Page[1].Every);
        Assert.Equal((3, PageHours.Any), (policy.Page[1].First, policy.Page[1].Hours));
        Assert.Equal(["#operations", "#leads"], policy.Page[1].Then);
        Assert.Equal(TimeSpan.FromSeconds(90), policy.Rollout[0].Stages[0].Soak);
        Assert.Equal(TimeSpan.FromDays(2), policy.Rollout[1].Stages[2].Soak);
        Assert.Equal(["main", "release/*"], policy.CheckNames["changesentinel"]);
    }

    [Theory]
    [InlineData("labels: off\n")]
    [InlineData("labels: false\n")]
    [InlineData("labels: 'off'\n")]
    public static void Labels_can_be_off(string labels) => Assert.Null(Valid(Paths + labels).Labels);

    [Fact]
    public static void A_tier_without_its_own_word_counts_as_the_next_lower_one()
    {
        var policy = Valid(Paths + "ai: { undeclared: { medium: assisted, critical: human } }\n");

        Assert.Equal(
            [Undeclared.Human, Undeclared.Assisted, Undeclared.Assisted, Undeclared.Human], policy.Undeclared);
    }

    [Fact]
    public static void A_line_of_paths_keeps_its_pattern_tier_owners_and_place()
    {
        var policy = Valid("mode: shadow\npaths: |\n\n  # c\n  *    low\n     /a\\ b/  high @x @o/t # @no\n");

        var line = policy.Paths.Lines[1];
        Assert.Equal("/a\\ b/", line.Pattern.Text);
        Assert.Equal(new Tier(2, "high"), line.Tier);
        Assert.Equal(["@x", "@o/t"], line.Owners);
        Assert.Equal(new(".blastradius.yml", 6, 6), line.Place);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("|-")]
    [InlineData("|+")]
    [InlineData("| # a comment")]
    [InlineData("|2")]
    public static void A_place_within_paths_is_exact_however_the_block_is_written(string header)
    {
        var text = $"\uFEFF# c\npaths: {header}\n\n    *  low\n    /x  hihg\n\nmode: shadow\n";

        var finding = Assert.Single(Refused(text.ReplaceLineEndings("\r\n")));

        Assert.Equal(new(".blastradius.yml", 5, 9), finding.Place);
    }

    [Fact]
    public static void The_mistakes_of_a_policy_are_all_reported_and_in_order_of_place()
    {
        var findings = Refused(
            "mode: shadw\nversion: 2\npaths: |\n  *  lwo\n  !x  low\nraise: [{ to: top, lines: 1 }]\n");

        Assert.Equal([1, 2, 4, 5, 6], findings.Select(finding => finding.Place.Line));
    }

    [Fact]
    public static void Attack_20_lines_by_the_thousand_are_read_in_linear_steps_and_memory()
    {
        var small = Allocated(5_000);
        var large = Allocated(20_000);

        Assert.InRange(large, 0, small * 6);

        static long Allocated(int lines)
        {
            var text = string.Concat(Enumerable.Range(0, lines).Select(Line));
            var file = new SourceFile(".blastradius.yml", $"paths: |\n{text}");
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.IsType<PolicyReading.Valid>(PolicyParser.Parse(file));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static string Line(int i) =>
            string.Create(CultureInfo.InvariantCulture, $"  /d-{i % 97}/file-{i}.cs  low\n");
    }

    [Theory]
    [InlineData("paths: |\n", "  !x y z\n")]
    [InlineData("paths: |\n  *  low\nservices:\n", "  s#: { paths: [a], depends_on: [t#] }\n")]
    [InlineData("paths: |\n  *  low\n", "key-#: 1\n")]
    [InlineData("paths: |\n  *  low\nrequire:\n", "  - { from: r#, tier: t#, services: [s#] }\n")]
    public static void Attack_20_ten_thousand_mistakes_end_in_a_thousand_messages_and_little_memory(
        string start, string mistake)
    {
        var lines = Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture))
            .Select(number => mistake.Replace("#", number, StringComparison.Ordinal));
        var text = start + string.Concat(lines);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var findings = Refused(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(DiagnosticBag.Most, findings.Count);
        Assert.Contains(findings, finding => finding.Message == "1,000 findings; the rest is not shown");
        Assert.InRange(allocated, 0, 300_000_000);
    }

    [Fact]
    public static void An_error_after_a_thousand_warnings_still_refuses_the_policy()
    {
        var warnings = string.Concat(Enumerable.Repeat("  /x  low  dev@acme.example\n", 1_500));

        var findings = Refused($"paths: |\n{warnings}mode: nonsense\n");

        Assert.Contains(findings, finding => finding.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public static void A_thousand_warnings_hide_no_line_of_paths()
    {
        var warnings = string.Concat(Enumerable.Repeat("  /x  low  dev@acme.example\n", 1_500));

        var policy = Valid($"paths: |\n{warnings}  /x  critical\n");

        Assert.Equal("critical", policy.Paths.Deciding("x")?.Tier.Name);
    }

    [Fact]
    public static void Attack_29_an_unreadable_policy_or_baseline_is_refused_with_its_place()
    {
        var own = Refused("paths: |\n  *  low\nmode: [");
        var missing = Refused("extends: acme/.github//blastradius.yml@main\n" + Paths);

        Assert.StartsWith(".blastradius.yml:3:8: error: not valid YAML", $"{own[0]}", StringComparison.Ordinal);
        Assert.Equal(
            ".blastradius.yml:1:10: error: the baseline 'acme/.github//blastradius.yml@main' could not be read",
            Assert.Single(missing).ToString());
    }

    [Fact]
    public static void The_digest_changes_with_either_text_and_with_nothing_else()
    {
        var own = "extends: ./b.yml\n" + Paths;

        string[] digests =
        [
            Digest(own, Paths), Digest(own + "\n", Paths), Digest(own, Paths + "\n"),
            Digest(own + "#a\n", Paths), Digest(own, "#a\n" + Paths),
        ];

        Assert.Equal(digests.Length, digests.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(digests[0], Digest(own, Paths));
        Assert.All(digests, digest => Assert.Matches("^[0-9a-f]{64}$", digest));
    }

    [Fact]
    public static void A_baseline_that_nobody_extends_has_no_effect()
    {
        var reading = PolicyParser.Parse(new("p.yml", Paths), new("b.yml", "mode: nonsense"));

        Assert.Null(Assert.IsType<PolicyReading.Valid>(reading).Policy.BaselinePaths);
    }

    private static string Digest(string own, string baseline)
    {
        var reading = PolicyParser.Parse(new("p.yml", own), new("b.yml", baseline));
        return Assert.IsType<PolicyReading.Valid>(reading).Policy.Digest;
    }

    private static (string?, AiCondition, string?, int, string?) Words(RequireRule rule) =>
        (rule.Tier?.Name, rule.Ai, rule.AuthorBelow?.Name, rule.Approvals, rule.From?.Name);

    private static Policy Valid(string text) => Assert.IsType<PolicyReading.Valid>(Parse(text)).Policy;

    private static IReadOnlyList<Diagnostic> Refused(string text) =>
        Assert.IsType<PolicyReading.Invalid>(Parse(text)).Diagnostics;

    private static PolicyReading Parse(string text) => PolicyParser.Parse(new(".blastradius.yml", text));
}
