using System.Text;
using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 29: the policy or its baseline can't be read, and that is never the same as having none.</summary>
public static class Row29UnreadablePolicyScenarios
{
    private const string Extending = "version: 1\nextends: acme/.github//blastradius.yml@main\npaths: |\n  * low\n";

    public static TheoryData<string, string, string> Broken => new()
    {
        { "nothing", "", ".blastradius.yml:1:1" },
        { "misspelt", "version: 1\npaths: |\n  * hihg\n", ".blastradius.yml:3:5" },
        { "unknown key", "version: 1\npaths: |\n  * low\nmodes: shadow\n", ".blastradius.yml:4:1" },
        { "duplicate key", "version: 1\npaths: |\n  * low\nmode: enforce\nmode: shadow\n", ".blastradius.yml:5:1" },
        { "no YAML", "version: 1\npaths: [\n", ".blastradius.yml:" },
        { "aliases", "version: 1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\npaths: |\n  * low\n", ".blastradius.yml:2:4" },
        { "nesting", "version: 1\npaths: " + new string('[', 50_000) + "\n", ".blastradius.yml:2:" },
        { "many keys", "version: 1\n" + string.Concat(Enumerable.Range(0, 100_100).Select(key => $"k{key}: 1\n")), ".blastradius.yml:" },
        { "zero bytes", "version: 1\0\npaths: |\n  * low\n", ".blastradius.yml:1:1: the policy can't be read" },
        { "too large", "version: 1\n#" + new string('x', 1 << 20) + "\npaths: |\n  * low\n", ".blastradius.yml:1:1: the policy can't be read" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public static async Task A_broken_policy_blocks_with_its_place(string kind, string policy, string place)
    {
        Assert.NotEmpty(kind);
        await using var world = await Payments.Shop(policy);
        var change = world.Opens("dana", touching: "docs/readme.md");
        change.IsReviewedBy("alice", approving: true);

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        change.Shows("bad-policy", because: place);
        Assert.Contains(place, run.Outputs["sentence"], StringComparison.Ordinal);
        change.HasLabels();
        change.HasOneComment(containing: "The policy has errors");
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Fact]
    public static async Task Every_mistake_is_named_at_once()
    {
        await using var world = await Payments.Shop("version: 1\npaths: |\n  * hihg\n  /src/ loww\nmodes: shadow\n");
        var change = world.Opens("dana", touching: "docs/readme.md");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("bad-policy", because: ".blastradius.yml:3:5");
        change.Shows("bad-policy", because: ".blastradius.yml:4:9");
        change.Shows("bad-policy", because: ".blastradius.yml:5:1");
    }

    [Fact]
    public static async Task A_link_for_a_policy_is_no_policy_that_can_be_read()
    {
        await using var world = await World.Open();
        world.Keep(() => world.State.Push(world.Shop, world.Owner, "main", world.Commit(
            world.Owner, "Link", NewFile.Text(".blastradius.yml", "docs/rules.yml") with { Mode = "120000" })));
        var change = world.Opens("dana", touching: "docs/readme.md");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("bad-policy", because: ".blastradius.yml:1:1");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_broken_policy_on_the_base_does_not_fall_back_to_the_default_branch_s()
    {
        await using var world = await Payments.Shop();
        world.Branches("release");
        world.Keep(() => world.State.Push(world.Shop, world.Owner, "release", world.Commit(
            world.Owner, "Break", NewFile.Text(".blastradius.yml", "version: 1\npaths: |\n  * hihg\n"))));
        var opened = world.Opens("dana", touching: "docs/readme.md");
        var change = new Change(world, world.AlsoOpens(opened, into: "release"));

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("bad-policy", because: ".blastradius.yml:3:5", name: "changesentinel (release)");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_baseline_that_is_not_there_blocks_at_the_line_that_names_it()
    {
        await using var world = await Payments.Shop(Extending);
        await world.IsBlocked();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(503)]
    public static async Task A_baseline_that_can_not_be_read_blocks_at_the_line_that_names_it(int status)
    {
        await using var world = await Payments.Shop(Extending);
        world.GitHub.Faults.Add(new Fault.Status(status, RetryAfter: status == 503 ? 3_600 : null), "GET", "/repos/acme/.github/contents/*", times: 1000);
        await world.IsBlocked();
    }

    [Theory]
    [InlineData("./policies/gone.yml", null)]
    [InlineData("./policies/base.yml", "\0")]
    public static async Task So_does_one_in_the_repository_itself(string extends, string? text)
    {
        await using var world = await Payments.Shop(Extending.Replace("acme/.github//blastradius.yml@main", extends, StringComparison.Ordinal));
        if (text is not null)
            world.Base((extends[2..], text));
        await world.IsBlocked();
    }

    [Fact]
    public static async Task A_mistake_in_the_baseline_is_named_where_it_stands()
    {
        await using var world = await Payments.Shop("version: 1\nextends: ./policies/base.yml\npaths: |\n  * low\n");
        world.Base(("policies/base.yml", "version: 1\npaths: |\n  * hihg\n"));
        var change = world.Opens("dana", touching: "docs/readme.md");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("bad-policy", because: "policies/base.yml:3:5");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Bytes_that_are_no_UTF_8_block_too()
    {
        await using var world = await World.Open();
        world.Keep(() => world.State.Push(world.Shop, world.Owner, "main", world.Commit(
            world.Owner, "Break", new NewFile(".blastradius.yml", [.. Encoding.UTF8.GetBytes("version: 1\npaths: |\n  /caf"), 0xe9, .. "/ low\n  * high\n"u8]))));
        var change = world.Opens("dana", touching: "docs/readme.md");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("bad-policy", because: ".blastradius.yml:");
        world.NothingPasses();
    }

    private static async Task IsBlocked(this World world)
    {
        var change = world.Opens("dana", touching: "docs/readme.md");
        change.IsReviewedBy("alice", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("bad-policy", because: ".blastradius.yml:2:10");
        change.HasLabels();
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }
}
