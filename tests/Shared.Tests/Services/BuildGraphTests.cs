using ChangeSentinel.Changes;
using ChangeSentinel.Services;
using static ChangeSentinel.Tests.Services.Tree;

namespace ChangeSentinel.Tests.Services;

public static class BuildGraphTests
{
    private static readonly Known<IReadOnlyList<SourceFile>> Unread =
        new Known<IReadOnlyList<SourceFile>>.Unknown("the tree is truncated");

    [Fact]
    public static void Without_discovery_the_manifests_do_not_matter()
    {
        var graph = BuildGraph.From([Service("web", ["ledger"]), Service("ledger")], new HashSet<Ecosystem>(), Unread);

        Assert.Equal(["ledger", "web -> ledger"], Drawn(Assert.IsType<Known<ServiceGraph>.Fact>(graph).Value));
    }

    [Fact]
    public static void A_tree_that_could_not_be_read_makes_the_graph_unknown()
    {
        var graph = BuildGraph.From([Service("web")], Everything, Unread);

        Assert.Equal("the tree is truncated", Assert.IsType<Known<ServiceGraph>.Unknown>(graph).Reason);
    }

    [Fact]
    public static void A_declared_service_replaces_what_is_discovered_under_its_name()
    {
        var tree = new Tree()
            .With("compose.yml", "services:\n  web: {depends_on: [db]}\n  db: {}\n  api: {depends_on: [web]}\n")
            .Declaring(Service("web", ["tax"], "/frontend/"))
            .Declaring(Service("tax", [], "/tax/"));

        Assert.Equal(["api -> web", "db", "tax", "web -> tax"], tree.Drawn());
        Assert.Equal(["/frontend/"], tree.Graph().Find("web")?.Patterns);
    }

    [Fact]
    public static void Declared_and_discovered_services_may_need_each_other()
    {
        var tree = new Tree()
            .With("catalog-info.yaml", "kind: Component\nmetadata: {name: web}\nspec: {dependsOn: [tax]}\n")
            .Declaring(Service("tax"))
            .Declaring(Service("mail", ["web"]));

        Assert.Equal(["mail -> web", "tax", "web -> tax"], tree.Drawn());
    }

    [Fact]
    public static void One_name_in_two_ecosystems_is_one_service()
    {
        var tree = new Tree()
            .With("compose.yml", "services:\n  web: {build: ./web, depends_on: [db]}\n  db: {}\n")
            .With("package.json", """{"workspaces": ["web", "ui"]}""")
            .With("web/package.json", """{"name": "web", "dependencies": {"ui": "*"}}""")
            .With("ui/package.json", """{"name": "ui"}""");

        Assert.Equal(["db", "ui", "web -> db, ui"], tree.Drawn());
        Assert.Equal(["/compose.yml", "/web/"], tree.Graph().Find("web")?.Patterns);
    }

    [Fact]
    public static void A_file_belongs_to_the_deepest_folder_of_each_ecosystem()
    {
        var graph = new Tree()
            .With("catalog-info.yaml", "kind: Component\nmetadata: {name: shop}\n")
            .With("App.csproj", "<Project />")
            .With("src/Ledger/Ledger.csproj", "<Project />").Graph();

        Assert.Equal(["Ledger", "shop"], graph.Touched(["src/Ledger/Book.cs"]));
        Assert.Equal(["App", "shop"], graph.Touched(["src/Program.cs"]));
    }

    [Fact]
    public static void A_manifest_of_an_ecosystem_that_is_not_asked_for_is_passed_over()
    {
        var tree = new Tree().With("package.json", "{").With("go.mod", "module shop\n").With("README.md", "{");

        var graph = Assert.IsType<Known<ServiceGraph>.Fact>(tree.Read(Ecosystem.Go)).Value;

        Assert.Equal(["shop"], Drawn(graph));
    }

    [Fact]
    public static void The_first_unreadable_manifest_is_named_and_the_others_are_counted()
    {
        var tree = new Tree().With("z/package.json", "{").With("b/A.csproj", "<").With("c/go.mod", "require (");

        Assert.StartsWith("b/A.csproj:1:", tree.Reason(), StringComparison.Ordinal);
        Assert.EndsWith(", and 2 more manifests can't be read", tree.Reason(), StringComparison.Ordinal);
    }

    [Fact]
    public static void Services_declared_twice_are_united()
    {
        var tree = new Tree()
            .Declaring(Service("web", ["a"], "/a/")).Declaring(Service("web", ["b"], "/b/"))
            .Declaring(Service("a")).Declaring(Service("b"));

        Assert.Equal(["a", "b", "web -> a, b"], tree.Drawn());
        Assert.Equal(["/a/", "/b/"], tree.Graph().Find("web")?.Patterns);
    }
}
