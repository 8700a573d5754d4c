using ChangeSentinel.Services;

namespace ChangeSentinel.Tests.Services;

public static class HostileManifestTests
{
    [Fact]
    public static void An_entity_bomb_in_a_project_is_refused_before_it_grows()
    {
        var bomb = """
            <!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <Project><ItemGroup><ProjectReference Include="&b;" /></ItemGroup></Project>
            """;

        Assert.StartsWith("A.csproj:1:", new Tree().With("A.csproj", bomb).Reason(), StringComparison.Ordinal);
    }

    [Fact]
    public static void An_external_entity_is_never_fetched()
    {
        var outside = """
            <!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]><Project>&x;</Project>
            """;

        Assert.StartsWith("A.csproj:1:", new Tree().With("A.csproj", outside).Reason(), StringComparison.Ordinal);
    }

    [Fact]
    public static void Deep_nesting_is_refused_or_read_but_never_overflows()
    {
        var json = "{\"workspaces\": [], \"x\": " + new string('[', 100_000) + new string(']', 100_000) + "}";
        var xml = Repeat("<a>", 100_000) + Repeat("</a>", 100_000);

        Assert.StartsWith("package.json:1:", new Tree().With("package.json", json).Reason(), StringComparison.Ordinal);
        Assert.Equal(["A"], new Tree().With("A.csproj", xml).Drawn());
    }

    [Fact]
    public static void Attack_20_YAML_bombs_in_manifests_meet_the_guard()
    {
        var deep = "services: " + new string('[', 50_000);
        var aliases = "a: &a [x, x]\nb: &b [*a, *a]\nservices: {web: {depends_on: *b}}\n";

        Assert.StartsWith("compose.yml:1:", new Tree().With("compose.yml", deep).Reason(), StringComparison.Ordinal);
        Assert.StartsWith(
            "compose.yml:1:4", new Tree().With("compose.yml", aliases).Reason(), StringComparison.Ordinal);
        Assert.StartsWith(
            "catalog-info.yaml:1:", new Tree().With("catalog-info.yaml", deep).Reason(), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_name_of_almost_a_megabyte_is_a_name()
    {
        var name = new string('n', Manifests.MostBytes - 100);

        var graph = new Tree().With("package.json", $$"""{"name": "{{name}}", "workspaces": []}""").Graph();

        Assert.Equal([name], graph.Touched(["index.js"]));
    }

    [Fact]
    public static void A_manifest_over_a_megabyte_makes_the_graph_unknown()
    {
        var text = $$"""{"name": "{{new string('n', Manifests.MostBytes)}}"}""";

        Assert.Equal(
            "package.json is longer than 1 MiB, which is the limit for a manifest",
            new Tree().With("package.json", text).Reason());
    }

    [Fact]
    public static void Too_many_manifests_make_the_graph_unknown()
    {
        var tree = new Tree();
        foreach (var i in Enumerable.Range(0, Manifests.MostFiles + 1))
            tree.With($"m{i}/go.mod", "");

        Assert.Equal("the tree holds 20,001 manifests, more than the limit of 20,000", tree.Reason());
    }

    [Fact]
    public static void Manifests_that_are_too_long_together_make_the_graph_unknown()
    {
        var tree = new Tree();
        var text = new string(' ', Manifests.MostBytes);
        foreach (var i in Enumerable.Range(0, 65))
            tree.With($"m{i}/go.mod", text);

        Assert.Equal("the manifests of the tree are together longer than 64 MiB, which is the limit", tree.Reason());
    }

    [Theory]
    [InlineData("../../../../../etc")]
    [InlineData("/etc")]
    [InlineData("a/../../../etc")]
    [InlineData("~/etc")]
    public static void A_path_that_leaves_the_tree_leads_nowhere(string path)
    {
        var tree = new Tree()
            .With("etc/package.json", """{"name": "etc"}""")
            .With("etc/go.mod", "module etc\n")
            .With(
                "x/package.json",
                $$"""{"name": "x", "workspaces": ["{{path}}"], "dependencies": {"e": "file:{{path}}"} }""")
            .With("x/go.mod", $"module x-go\nreplace e => ./{path}/../{path}\n")
            .With("x/compose.yml", $"services:\n  c:\n    build: {path}\n");

        var graph = tree.Graph();

        Assert.DoesNotContain(graph.Services, service => graph.Dependencies(service.Name).Count > 0);
        Assert.Equal(["etc"], graph.Touched(["etc/passwd"]));
    }

    [Theory]
    [InlineData("a\u202Egpj.csproj")]
    [InlineData("d\u0301e\u0301/Ünï code.csproj")]
    [InlineData("*/**.csproj")]
    [InlineData("!#[a]{b}/\\x?.csproj")]
    [InlineData("line\nend/A.csproj")]
    [InlineData("😀/😀.csproj")]
    [InlineData(" /\t.csproj")]
    public static void A_folder_of_any_name_holds_its_own_files_and_no_others(string path)
    {
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : null;

        var graph = new Tree().With(path, "<Project />").Graph();

        Assert.Equal(graph.Touched([path]), [.. graph.Services.Select(service => service.Name)]);
        if (folder is not null)
            Assert.Empty(graph.Touched(["other/a.cs", "a.cs", folder + "x/a.cs"]));
    }

    [Fact]
    public static void Braces_without_end_are_read_in_bounded_time()
    {
        var braces = Repeat("{a,", 1_300) + Repeat("}", 1_300);
        var globs = string.Join(", ", Enumerable.Repeat($"\"{braces[..^1]}\"", 180));

        var graph = new Tree().With("package.json", $$"""{"name": "a", "workspaces": [{{globs}}]}""").Graph();

        Assert.Single(graph.Services);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
