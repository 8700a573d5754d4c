namespace ChangeSentinel.Tests;

public static class ProvenanceTests
{
    private const string Human =
        """{"sha":"1","author_name":"Dana","author_email":"dana@example.com","message":"Fix it"}""";

    private const string Assisted =
        """{"sha":"two","author_name":"Dana","author_email":"d@e.com","committer_name":null,"more":{"x":[1]},"""
        + """ "message":"Fix\n\nCo-Authored-By: Claude <noreply@anthropic.com>"}""";

    [Fact]
    public static async Task Rows_come_out_as_they_went_in()
    {
        var call = new CommandCall(Path.GetTempPath()).Reading($"{Assisted}\n\n{Human}\n");

        var run = await call.Run("provenance", "--stdin");

        Assert.Equal(0, run.Exit);
        const string Signal = """{"tool":"Claude Code","kind":"co-author","strength":"strong","quote":""";
        Assert.Equal(
            $$"""
            {"sha":"two","verdict":"assisted","signals":[{{Signal}}"Co-Authored-By: Claude <noreply@anthropic.com>"}]}
            {"sha":"1","verdict":"none","signals":[]}

            """,
            run.Output);
        foreach (var line in run.Lines)
            await Schema.Holds("provenance", line);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "is no JSON object")]
    [InlineData("{\"sha\":1}", "has a 'sha' that is no text")]
    [InlineData("{\"sha\":\"1\"}", "lacks 'message'")]
    [InlineData("{\"message\":\"m\"}", "lacks 'sha'")]
    [InlineData("{\"sha\":\"1\",\"message\":\"m\"} {}", "is not JSON")]
    [InlineData("{\"sha\":\"\\ud800\",\"message\":\"m\"}", "is not JSON")]
    [InlineData("nonsense", "is not JSON")]
    public static async Task A_bad_line_is_named_by_its_number(string line, string what)
    {
        var run = await new CommandCall(Path.GetTempPath()).Reading($"{Human}\n{line}\n").Run("provenance", "--stdin");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"error: line 2 of standard input {what}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_range_is_read_from_the_repository()
    {
        using var shop = new SampleShop();
        var head = shop.Sandbox.Run("rev-parse", "HEAD");

        var json = await CommandRun.In(shop.Directory, "provenance", "main..HEAD", "--format", "jsonl");
        var text = await CommandRun.In(shop.Directory, "provenance");

        Assert.StartsWith($"{{\"sha\":\"{head}\",\"verdict\":\"assisted\"", json.Output, StringComparison.Ordinal);
        Assert.Single(json.Lines);
        Assert.Equal(
            $"""
            {head[..7]}  assisted        Round refunds to the currency's minor unit
                                     Claude Code, strong (co-author): Co-Authored-By: Claude <noreply@anthropic…
            {shop.Sandbox.Run("rev-parse", "--short=7", "main")}  none            Begin

            """,
            text.Output);
    }

    [Fact]
    public static async Task The_policy_s_own_markers_count()
    {
        using var shop = new SampleShop(SampleShop.Policy + "ai: { markers: [{ trailer: X-Robot }] }\n");
        shop.Sandbox.Commit(new("docs", Git.SandboxFile.Text("a", "b")) { Message = "Fix\n\nX-Robot: Rosie\n" });

        var run = await CommandRun.In(shop.Directory, "provenance", "main..docs", "--format", "jsonl");

        Assert.Contains("\"kind\":\"marker\"", run.Lines[0], StringComparison.Ordinal);
    }
}
