using NJsonSchema;

namespace ChangeSentinel.Tests;

public static class PolicyCommandTests
{
    [Fact]
    public static async Task A_valid_policy_is_said_to_be_valid()
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(shop.Directory, "validate");

        Assert.Equal(0, run.Exit);
        Assert.StartsWith(
            ".blastradius.yml is valid: 4 path lines, 3 services, 1 rule", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Every_mistake_is_named_at_once()
    {
        using var shop = new SampleShop();
        var file = shop.Sandbox.Beside("bad.yml");
        await File.WriteAllTextAsync(file, "version: 1\npaths: |\n  * hihg\nmod: shadow\n");

        var run = await CommandRun.In(shop.Directory, "validate", file);

        Assert.Equal(2, run.Exit);
        Assert.Contains($"{file}:3:5: error: unknown tier 'hihg'", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{file}:4:1: error:", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 errors\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("decision")]
    [InlineData("explain")]
    [InlineData("provenance")]
    [InlineData("services")]
    public static async Task Every_schema_that_is_printed_is_one(string name)
    {
        var run = await CommandRun.In(Path.GetTempPath(), "schema", name);

        var schema = await JsonSchema.FromJsonAsync(run.Output);
        Assert.NotEmpty(schema.Properties);
        Assert.NotEmpty(schema.Validate("[]"));
    }

    [Fact]
    public static async Task A_first_policy_parses_and_is_never_overwritten()
    {
        using var shop = new SampleShop();
        var file = Path.Combine(shop.Directory, ".blastradius.yml");
        File.Delete(file);

        var first = await CommandRun.In(Path.Combine(shop.Directory, "src"), "init");
        var written = await File.ReadAllTextAsync(file);
        var valid = await CommandRun.In(shop.Directory, "validate");
        var again = await CommandRun.In(shop.Directory, "init");

        Assert.True(first.Exit == 0, first.Error);
        Assert.True(valid.Exit == 0, valid.Output);
        Assert.Equal(2, again.Exit);
        Assert.Equal(written, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData(".github/.blastradius.yml")]
    [InlineData("docs/.blastradius.yml")]
    public static async Task A_policy_elsewhere_is_one_too(string path)
    {
        using var sandbox = new Git.GitSandbox();
        var file = Path.Combine(sandbox.Directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "not yours");

        var run = await CommandRun.In(sandbox.Directory, "init");

        Assert.Equal(2, run.Exit);
        Assert.False(File.Exists(Path.Combine(sandbox.Directory, ".blastradius.yml")));
    }

    [Fact]
    public static async Task An_empty_repository_gets_a_first_policy_too()
    {
        using var sandbox = new Git.GitSandbox();

        var run = await CommandRun.In(sandbox.Directory, "init");
        var valid = await CommandRun.In(sandbox.Directory, "validate");

        Assert.True(run.Exit == 0, run.Error);
        Assert.True(valid.Exit == 0, valid.Output);
    }

    [Fact]
    public static async Task Services_are_shown_to_people_programs_and_graphviz()
    {
        using var shop = new SampleShop();

        var text = await CommandRun.In(shop.Directory, "services");
        var one = await CommandRun.In(shop.Directory, "services", "ledger");
        var dot = await CommandRun.In(shop.Directory, "services", "--format", "dot");
        var json = await CommandRun.In(shop.Directory, "services", "--format", "json");

        Assert.Equal(
            """
            checkout   1 service downstream   stands on ledger
            ledger     2 services downstream
            web        nothing downstream   stands on checkout

            """,
            text.Output);
        Assert.Contains("  downstream  checkout\n              web\n", one.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            digraph services {
              rankdir=LR;
              "checkout";
              "ledger";
              "web";
              "checkout" -> "ledger";
              "web" -> "checkout";
            }

            """,
            dot.Output);
        await Schema.Holds("services", json.Output);
    }
}
