using System.Text;
using System.Text.Json;

namespace ChangeSentinel.Tests;

public static class ExplainTests
{
    [Fact]
    public static async Task A_row_has_exactly_its_members_in_their_order()
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(
            shop.Directory, "explain", "--format", "jsonl", "src/payments/Refund.cs", "README.md", "db/größe.sql");

        Assert.Equal(0, run.Exit);
        const string Refund =
            """{"path":"src/payments/Refund.cs","tier":"high","line":6,"pattern":"/src/payments/","owners":""";
        Assert.Equal(
            $$"""
            {{Refund}}["@acme/payments"],"services":["ledger"]}
            {"path":"README.md","tier":"low","line":4,"pattern":"*","owners":[],"services":[]}
            {"path":"db/größe.sql","tier":"low","line":4,"pattern":"*","owners":[],"services":[]}

            """,
            run.Output);
    }

    [Fact]
    public static async Task All_adds_every_line_that_matches()
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(
            shop.Directory, "explain", "--all", "--format", "jsonl", "src/payments/Refund.cs");

        Assert.EndsWith("\"services\":[\"ledger\"],\"matches\":[4,5,6]}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_path_that_no_line_matches_has_the_top_tier()
    {
        using var shop = new SampleShop("version: 1\npaths: |\n  /src/ low\n");

        var run = await CommandRun.In(shop.Directory, "explain", "--format", "jsonl", "README.md");

        Assert.Equal(
            """{"path":"README.md","tier":"critical","line":null,"pattern":null,"owners":[],"services":[]}""",
            Assert.Single(run.Lines));
    }

    [Fact]
    public static async Task A_line_without_owners_takes_them_from_codeowners()
    {
        using var shop = new SampleShop();
        await File.WriteAllTextAsync(Path.Combine(shop.Directory, "CODEOWNERS"), "*.md @acme/writers\n");

        var run = await CommandRun.In(shop.Directory, "explain", "--format", "jsonl", "README.md");

        Assert.Contains("\"owners\":[\"@acme/writers\"]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Odd_names_come_back_in_the_order_asked()
    {
        string[] names =
        [
            "a b.cs", "-dash", "quote\".cs", "line\nend.cs", "größe/日本.cs", "\u202Egnp.exe", "##[error]", "tab\t", "\"x\"",
        ];
        using var shop = new SampleShop();
        var call = new CommandCall(shop.Directory).Reading(string.Join('\0', names) + '\0');

        var run = await call.Run("explain", "--stdin", "-z");

        Assert.Equal(names, run.Lines.Select(PathOf));
        Assert.DoesNotContain("##[", run.Output, StringComparison.Ordinal);
        foreach (var line in run.Lines)
            await Schema.Holds("explain", line);
    }

    [Theory]
    [InlineData("\"gr\\303\\266\\303\\237e\\t.cs\"", "größe\t.cs")]
    [InlineData("\"a\\\"b\\\\c\"", "a\"b\\c")]
    [InlineData("\"open", "\"open")]
    [InlineData("\"bad \\q escape\"", "\"bad \\q escape\"")]
    [InlineData("\"two\"quotes\"", "\"two\"quotes\"")]
    [InlineData("\"cut \\30\"", "\"cut \\30\"")]
    [InlineData("\"", "\"")]
    public static async Task What_git_prints_quoted_is_read_as_git_means_it(string line, string path)
    {
        using var shop = new SampleShop();

        var run = await new CommandCall(shop.Directory).Reading(line + "\n\n").Run("explain", "--stdin");

        Assert.Equal(path, PathOf(Assert.Single(run.Lines)));
    }

    [Fact]
    public static async Task Tens_of_thousands_of_paths_stream_through()
    {
        using var shop = new SampleShop();
        var paths = Enumerable.Range(0, 50_000).Select(index => $"src/payments/{index}/Refund.cs").ToList();
        var call = new CommandCall(shop.Directory).Reading(string.Join('\n', paths));

        var run = await call.Run("explain", "--stdin");

        Assert.Equal(paths, run.Lines.Select(PathOf));
    }

    [Fact]
    public static async Task Many_paths_that_arrive_together_are_told_what_each_is_told_alone()
    {
        using var shop = new SampleShop();
        await File.WriteAllTextAsync(Path.Combine(shop.Directory, "CODEOWNERS"), "*.md @acme/writers\n");
        string[] names = ["src/payments/Refund.cs", "README.md", "./docs/größe.md", "/src/a.cs", "db/x\u202E.sql"];
        string[] paths = [.. Enumerable.Range(0, 3_000).Select(index => names[index % 5] + index % 7)];

        var together = await new CommandCall(shop.Directory)
            .Reading(string.Join('\0', paths)).Run("explain", "--stdin", "-z", "--all");
        var alone = await CommandRun.In(shop.Directory, ["explain", "--all", "--format", "jsonl", .. paths]);

        Assert.Equal(alone.Lines, together.Lines);
    }

    [Theory]
    [InlineData("explain --format=jsonl --all README.md")]
    [InlineData("explain README.md --all --format jsonl")]
    [InlineData("explain --all --format jsonl -- README.md")]
    public static async Task Options_mean_the_same_however_they_are_spelt(string words)
    {
        using var shop = new SampleShop();
        var usual = await CommandRun.In(shop.Directory, "explain", "--all", "--format", "jsonl", "README.md");

        var run = await CommandRun.In(shop.Directory, words.Split(' '));

        Assert.Equal(0, run.Exit);
        Assert.Equal(usual.Output, run.Output);
    }

    [Fact]
    public static async Task A_line_without_end_is_refused_by_its_number()
    {
        using var shop = new SampleShop();
        var call = new CommandCall(shop.Directory).Reading("a\n" + new string('x', 17 << 20));

        var run = await call.Run("explain", "--stdin");

        Assert.Equal(2, run.Exit);
        Assert.Contains("line 2 of standard input is longer than 16 MiB", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Text_is_aligned_and_shows_hidden_characters()
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(shop.Directory, "explain", "--all", "src/payments/\u202Egnp.cs", "README.md");

        const string Hidden = "<U+202E>gnp.cs";
        Assert.Equal(
            $"""
            high       .blastradius.yml:6   /src/payments/    src/payments/{Hidden}   @acme/payments   service ledger
              medium     .blastradius.yml:5   /src/             matches too
              low        .blastradius.yml:4   *                 matches too
            low        .blastradius.yml:4   *                 README.md

            """,
            run.Output);
    }

    [Fact]
    public static async Task A_bad_policy_is_named_at_its_place()
    {
        using var shop = new SampleShop();
        var file = shop.Sandbox.Beside("bad.yml");
        await File.WriteAllTextAsync(file, "version: 1\npaths: |\n  * hihg\n", Encoding.UTF8);

        var run = await CommandRun.In(shop.Directory, "explain", "--policy", file, "README.md");

        Assert.Equal(2, run.Exit);
        Assert.Contains(":3:5: error: unknown tier 'hihg'", run.Error, StringComparison.Ordinal);
    }

    private static string? PathOf(string line)
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("path").GetString();
    }
}
