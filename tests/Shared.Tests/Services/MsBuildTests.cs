namespace ChangeSentinel.Tests.Services;

public static class MsBuildTests
{
    private const string Empty = """<Project Sdk="Microsoft.NET.Sdk" />""";

    [Theory]
    [InlineData("""..\Ledger\Ledger.csproj""")]
    [InlineData("../Ledger/Ledger.csproj")]
    [InlineData("""..\..\src\.\Ledger\\Ledger.csproj""")]
    [InlineData("../ledger/ledger.csproj")]
    [InlineData("../Led%67er/Ledger.csproj")]
    [InlineData("$(MSBuildThisFileDirectory)../Ledger/Ledger.csproj")]
    [InlineData("""$(RepoRoot)src\Ledger\Ledger.csproj""")]
    [InlineData("$(RepoRoot)/other/../Ledger/Ledger.csproj")]
    [InlineData("../*/Ledger.csproj")]
    [InlineData("""..\..\**\Led*.csproj""")]
    [InlineData(" ../Ledger/Ledger.csproj ; ../Nowhere/Nowhere.csproj")]
    public static void A_reference_is_found_however_it_is_written(string include)
    {
        var tree = new Tree().With("src/Ledger/Ledger.csproj", Empty).With("src/Web/Web.csproj", Referring(include));

        Assert.Equal(["Ledger", "Web -> Ledger"], tree.Drawn());
    }

    [Theory]
    [InlineData("../../../../Ledger/Ledger.csproj")]
    [InlineData("/src/Ledger/Ledger.csproj")]
    [InlineData("""C:\src\Ledger\Ledger.csproj""")]
    [InlineData("$(Everything)")]
    [InlineData("@(References)")]
    [InlineData("../Ledger")]
    [InlineData("../***/Ledger.csproj")]
    [InlineData("")]
    public static void A_reference_to_nothing_in_the_tree_draws_no_edge(string include)
    {
        var tree = new Tree().With("src/Ledger/Ledger.csproj", Empty).With("src/Web/Web.csproj", Referring(include));

        Assert.Equal(["Ledger", "Web"], tree.Drawn());
    }

    [Fact]
    public static void Conditions_are_not_evaluated_and_old_project_files_with_a_namespace_are_read()
    {
        var tree = new Tree().With("Ledger.fsproj", Empty).With("web/Web.vbproj", """
            <?xml version="1.0" encoding="utf-16"?>
            <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Choose><When Condition="'$(OS)' == 'Windows_NT'"><ItemGroup Condition="false">
                <ProjectReference Include="..\Ledger.fsproj"><Private>false</Private></ProjectReference>
                <ProjectReference Remove="..\Other.fsproj" />
              </ItemGroup></When></Choose>
            </Project>
            """);

        Assert.Equal(["Ledger", "Web -> Ledger"], tree.Drawn());
    }

    [Fact]
    public static void Projects_that_share_a_file_name_go_by_their_paths()
    {
        var tree = new Tree().With("a/Tests.csproj", Empty).With("b/Tests.csproj", Referring("../a/Tests.csproj"));

        Assert.Equal(["a/Tests.csproj", "b/Tests.csproj -> a/Tests.csproj"], tree.Drawn());
    }

    [Fact]
    public static void A_file_belongs_to_the_deepest_project_around_it()
    {
        var graph = new Tree().With("App.csproj", Empty).With("tests/Tests.csproj", Empty)
            .With("tests/Tests.Slow.csproj", Empty).Graph();

        Assert.Equal(["App"], graph.Touched(["Program.cs", "src/Deep.cs"]));
        Assert.Equal(["Tests", "Tests.Slow"], graph.Touched(["tests/deep/ATests.cs"]));
    }

    [Fact]
    public static void A_wildcard_in_every_project_of_a_large_tree_makes_the_graph_unknown_instead_of_huge()
    {
        var tree = new Tree();
        foreach (var i in Enumerable.Range(0, 1_500))
            tree.With($"p{i}/P{i}.csproj", Referring("../**/*.csproj"));

        Assert.EndsWith(
            "brings the dependencies to over a million, which is the limit", tree.Reason(), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_reference_behind_a_property_means_every_project_whose_path_ends_so()
    {
        var tree = new Tree().With("a/Ledger/Ledger.csproj", Empty).With("b/Ledger/Ledger.csproj", Empty)
            .With("c/Other/Ledger.csproj", Empty).With("Web.csproj", Referring("$(Root)/ledger/Ledger.csproj"));

        Assert.Equal(
            ["a/Ledger/Ledger.csproj", "b/Ledger/Ledger.csproj"], tree.Graph().Dependencies("Web"));
    }

    [Fact]
    public static void The_place_of_what_is_not_XML_is_told()
    {
        Assert.StartsWith(
            "a/A.csproj:2:5 is not well-formed XML",
            new Tree().With("a/A.csproj", "<Project>\n  </Projekt>").Reason(), StringComparison.Ordinal);
        Assert.StartsWith("a/A.csproj:1:1 is", new Tree().With("a/A.csproj", "").Reason(), StringComparison.Ordinal);
    }

    private static string Referring(string include) =>
        $"""<Project><ItemGroup><ProjectReference Include="{include}" /></ItemGroup></Project>""";
}
