using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Services;
using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Policies;

public static class DraftPolicyTests
{
    private static readonly string[] Shop =
    [
        "README.md", "src/web/index.ts", "src/payments/refund.ts", "src/payments/tests/refund.ts",
        "db/migrations/0001.sql", "infra/main.tf", "tests/web.ts", "docs/a.md", "compose.yml", ".github/CODEOWNERS",
    ];

    private static readonly SourceFile ShopOwners = new(".github/CODEOWNERS", """
        *              @acme/engineers
        /src/web/      @acme/web @acme/platform-security # both
        /infra/prod/   @acme/platform
        *              @acme/security

        """);

    private static readonly Known<ServiceGraph> ShopGraph = BuildGraph.From(
        [],
        new HashSet<Ecosystem> { Ecosystem.Compose },
        Known.Fact<IReadOnlyList<SourceFile>>(
        [
            new("compose.yml", "services: {db: {}, a: {depends_on: [db]}, b: {depends_on: [a]}, c: {depends_on: [a]}}"),
        ]));

    [Fact]
    public static void Each_line_says_why_it_is_there()
    {
        var text = DraftPolicy.From(ShopOwners, Shop, ShopGraph);

        Assert.Contains("""
            paths: |
              *                medium    # everything that no line below names
              *.md             low       # documentation
              /docs/           low       # documentation
              /tests/          low       # tests; removing one is raised below
              /src/web/        high      # CODEOWNERS gives it to @acme/platform-security
              /src/payments/   high      # money
              *.tf             critical  # infrastructure: it can be deleted
              /db/migrations/  critical  # migrations: what they drop is gone
              /infra/          critical  # infrastructure: it can be deleted
              # Owners are those of .github/CODEOWNERS: nothing is written twice.

            # Who depends on whom, from the manifests in the tree: 4 services today.
            discover: [compose]

            raise:
              # 3 or more services downstream: today db (3).
              - { to: high, dependents: 3 }

            """, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docs/payments.md", "low")]
    [InlineData("src/main.ts", "medium")]
    [InlineData("src/payments/tests/refund.ts", "high")]
    [InlineData("db/migrations/0002.sql", "critical")]
    [InlineData("modules/x/y.tf", "critical")]
    public static void The_draft_decides_as_its_comments_say(string path, string tier)
    {
        var policy = Parsed(DraftPolicy.From(ShopOwners, Shop, ShopGraph));

        Assert.Equal(tier, policy.Paths.Deciding(path)?.Tier.Name);
    }

    [Fact]
    public static void A_graph_that_is_unknown_is_left_out_with_its_reason()
    {
        var unknown = new Known<ServiceGraph>.Unknown("compose.yml:3:5 can't be read:\nanchors \u202Eare not allowed");

        var text = DraftPolicy.From(null, Shop, unknown);

        Assert.Contains(
            "# The service graph can't be read yet: compose.yml:3:5 can't be read:?anchors ?are not allowed\n" +
            "# discover: [compose]\n", text, StringComparison.Ordinal);
        Assert.Empty(Parsed(text).Discover);
    }

    [Fact]
    public static void Without_owners_the_rule_for_critical_ground_asks_none()
    {
        var without = Parsed(DraftPolicy.From(null, Shop, ShopGraph));
        var with = Parsed(DraftPolicy.From(ShopOwners, Shop, ShopGraph));

        Assert.DoesNotContain(without.Require, rule => rule.Owners);
        Assert.Contains(with.Require, rule => rule.Owners);
    }

    [Fact]
    public static void Many_folders_of_one_name_are_told_by_the_name()
    {
        var tree = Enumerable.Range(0, 6).Select(i => $"app{i}/migrations/1.sql");

        var text = DraftPolicy.From(null, [.. tree], ShopGraph);

        Assert.Contains("**/migrations/  critical", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/app0/", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my app/auth/a", "/my\\ app/auth/")]
    [InlineData("#a/auth/a", "/#a/auth/")]
    [InlineData("!a/auth/a", "/!a/auth/")]
    [InlineData("[a]{b}/auth/a", "/[a]{b}/auth/")]
    [InlineData("a*?\\/auth/a", "/a\\*\\?\\\\/auth/")]
    [InlineData("a\nb/auth/a", "/a?b/auth/")]
    [InlineData("a\u202Eb/auth/a", "/a?b/auth/")]
    [InlineData("a\tb/auth/a", "/a?b/auth/")]
    [InlineData("ünï😀/auth/a", "/ünï😀/auth/")]
    [InlineData("a: |/auth/a", "/a:\\ |/auth/")]
    public static void An_odd_name_is_spelt_so_that_the_line_matches_it(string path, string pattern)
    {
        var policy = Parsed(DraftPolicy.From(null, [path], ShopGraph));

        Assert.Contains(policy.Paths.Lines, line => line.Pattern.Text == pattern);
        Assert.Equal("high", policy.Paths.Deciding(path)?.Tier.Name);
    }

    [Fact]
    public static void A_folder_with_a_name_too_long_for_a_line_is_told_by_its_last_name()
    {
        var policy = Parsed(DraftPolicy.From(null, [new string('x', 4_000) + "/auth/a"], ShopGraph));

        Assert.Contains(policy.Paths.Lines, line => line.Pattern.Text == "**/auth/");
    }

    [Fact]
    public static void Whatever_the_tree_and_CODEOWNERS_hold_the_draft_parses()
    {
        var text = Gen.Elements(
            "auth", "migrations", "docs", "test", "infra", "a.tf", "x.md", " ", "\\", "#", "!", "*", "?", "[", "]", ":",
            "|", "-", "\u202E", "\0", "\n", "\t", "\uFEFF", "😀", "\uD800", "@acme/security", "é", "\u2028", "'", "\"");
        var word = text.NonEmptyListOf().Select(parts => string.Concat(parts.Take(4)));
        var line = word.NonEmptyListOf().Select(words => string.Join('/', words.Take(4)));
        var cases =
            from paths in line.ListOf()
            from owners in line.ListOf()
            select (Paths: paths, Owners: string.Join('\n', owners.Select(owned => $"{owned} @acme/security")));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(cases.ToArbitrary(), drawn =>
        {
            var draft = DraftPolicy.From(new("CODEOWNERS", drawn.Owners), [.. drawn.Paths], ShopGraph);
            return PolicyParser.Parse(new(".blastradius.yml", draft)) is PolicyReading.Valid;
        }));
    }

    private static Policy Parsed(string text)
    {
        var valid = Assert.IsType<PolicyReading.Valid>(PolicyParser.Parse(new(".blastradius.yml", text)));
        Assert.Empty(valid.Warnings);
        return valid.Policy;
    }
}
