using System.Security.Cryptography;
using ChangeSentinel.Tests.House;

namespace ChangeSentinel.Tests;

public static class CheckTests
{
    private const string Waiting = "feature/refund-rounding";

    public static TheoryData<string, string, string, int, string> States { get; } = new()
    {
        { "docs", SampleShop.Policy, "docs", 0, "not-applicable" },
        { "waiting", SampleShop.Policy, Waiting, 1, "waiting" },
        { "shadow", SampleShop.Policy + "mode: shadow\n", Waiting, 0, "waiting" },
        { "bad policy", SampleShop.Policy + "mod: shadow\n", Waiting, 2, "bad-policy" },
        { "must declare", SampleShop.Policy + "ai: { undeclared: ask }\n", "docs", 1, "waiting" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public static async Task Every_state_has_its_exit_code(
        string what, string policy, string head, int exit, string state)
    {
        using var shop = new SampleShop(policy);

        var text = await CommandRun.In(shop.Directory, "check", "--head", head);
        var json = await CommandRun.In(shop.Directory, "check", "--head", head, "--format", "json");
        var markdown = await CommandRun.In(shop.Directory, "check", "--head", head, "--format", "markdown");

        Assert.True(text.Exit == exit, $"{what}: {text.Exit} {text.Output} {text.Error}");
        Assert.Equal(exit, json.Exit);
        Assert.Equal(exit, markdown.Exit);
        Assert.Contains($"\"state\": \"{state}\"", json.Output, StringComparison.Ordinal);
        await Schema.Holds("decision", json.Output);
    }

    [Fact]
    public static async Task Without_a_policy_nobody_is_asked_and_the_way_to_begin_is_told()
    {
        using var shop = new SampleShop();
        shop.Sandbox.Commit(new("bare", Git.SandboxFile.Text("a.txt", "a")) { Root = true });
        shop.Sandbox.Commit("bare", "a.txt", "b");
        shop.Sandbox.Run("checkout", "--quiet", "bare");
        shop.Sandbox.Run("branch", "-D", "--quiet", "main");

        var run = await CommandRun.In(shop.Directory, "check", "--format", "json");
        var text = await CommandRun.In(shop.Directory, "check");

        Assert.True(run.Exit == 0, run.Error);
        Assert.Contains("\"state\": \"no-policy\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("sentinel init", text.Output, StringComparison.Ordinal);
        await Schema.Holds("decision", run.Output);
    }

    [Fact]
    public static async Task A_change_that_can_t_be_read_whole_is_undecided()
    {
        using var shop = new SampleShop();
        shop.Sandbox.Commit(Waiting, "src/payments/Refund.cs", "class Refund;\n");
        var clone = shop.Sandbox.Beside("shallow");
        shop.Sandbox.RunIn(shop.Directory, "clone", "--quiet", "--depth", "1", "--no-single-branch",
            $"file://{shop.Directory}", clone);

        var run = await CommandRun.In(clone, "check", "--format", "json");

        Assert.True(run.Exit == 3, $"{run.Exit} {run.Output}{run.Error}");
        Assert.Contains("shallow", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_change_without_commits_asks_nothing()
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(shop.Directory, "check", "--base", "main", "--head", "main");

        Assert.True(run.Exit == 0, run.Error);
        Assert.Contains("It changes no file", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_change_by_bots_alone_is_decided()
    {
        using var shop = new SampleShop();
        shop.Sandbox.Branch("bump", "main");
        shop.Sandbox.Commit(new("bump", Git.SandboxFile.Text("src/a.cs", "a"))
        {
            Author = "renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>",
        });

        var run = await CommandRun.In(shop.Directory, "check", "--head", "bump");

        Assert.True(run.Exit == 0, run.Output + run.Error);
    }

    [Fact]
    public static async Task Attack_1_a_change_is_judged_by_the_policy_of_its_base()
    {
        using var shop = new SampleShop();
        shop.Sandbox.Commit(Waiting, ".blastradius.yml", "version: 1\npaths: |\n  * low\n");

        var run = await CommandRun.In(shop.Directory, "check", "--head", Waiting, "--format", "json");

        Assert.Equal(1, run.Exit);
        Assert.Contains("/src/payments/", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"tier\": \"critical\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_policy_file_named_on_the_command_line_judges_instead()
    {
        using var shop = new SampleShop();
        var file = shop.Sandbox.Beside("lax.yml");
        await File.WriteAllTextAsync(file, "version: 1\npaths: |\n  * low\n");

        var run = await CommandRun.In(shop.Directory, "check", "--policy", file);

        Assert.Equal(0, run.Exit);
        Assert.Contains("lax.yml:3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task The_author_who_is_named_stands_on_his_rung()
    {
        using var shop = new SampleShop();

        var junior = await CommandRun.In(shop.Directory, "check", "--author", "dana", "--format", "json");

        Assert.Equal(1, junior.Exit);
        Assert.Contains("\"rung\": \"mid\"", junior.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task It_never_writes()
    {
        using var shop = new SampleShop();
        var before = Bytes(shop.Directory);

        foreach (var format in (string[])["text", "json", "markdown"])
            await CommandRun.In(shop.Directory, "check", "--format", format);

        Assert.Equal(before, Bytes(shop.Directory));
    }

    [Theory]
    [InlineData("text", "check.txt")]
    [InlineData("markdown", "check.md")]
    [InlineData("json", "check.json")]
    public static async Task It_reads_as_it_was_read_once(string format, string golden)
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(shop.Directory, "check", "--author", "dana", "--format", format);

        GoldenFile.Holds(golden, run.Output);
    }

    [Theory]
    [InlineData(true, null, null, true)]
    [InlineData(false, null, null, false)]
    [InlineData(true, "1", null, false)]
    [InlineData(true, "", null, true)]
    [InlineData(true, null, "dumb", false)]
    public static async Task Colour_is_for_terminals_that_want_it(
        bool terminal, string? noColor, string? term, bool coloured)
    {
        using var shop = new SampleShop();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (noColor is not null)
            variables["NO_COLOR"] = noColor;
        if (term is not null)
            variables["TERM"] = term;
        var call = new CommandCall(shop.Directory) { Terminal = terminal, Variables = variables };

        var run = await call.Run("check");

        Assert.Equal(coloured, run.Output.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public static async Task The_project_s_own_checkout_is_judged()
    {
        var run = await CommandRun.In(Repository.Root, "check", "--format", "json");

        Assert.True(run.Exit is 0 or 1, $"{run.Exit} {run.Error} {run.Output}");
        await Schema.Holds("decision", run.Output);
    }

    private static string Bytes(string directory) => string.Join('\n', Directory
        .GetFiles(directory, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Hash(file)} {File.GetLastWriteTimeUtc(file):O}"));

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
