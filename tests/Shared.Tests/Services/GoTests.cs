namespace ChangeSentinel.Tests.Services;

public static class GoTests
{
    [Fact]
    public static void A_required_module_of_the_tree_is_an_edge()
    {
        var tree = new Tree()
            .With("go.mod", """
                module example.com/shop // the root

                go 1.24

                require example.com/shop/ledger v1.2.0
                require (
                	github.com/other/thing v0.1.0 // indirect
                	"example.com/shop/tax" v1.0.0
                )
                """)
            .With("ledger/go.mod", "module example.com/shop/ledger\n")
            .With("tax/go.mod", "module \"example.com/shop/tax\"\r\n");

        Assert.Equal(
            [
                "example.com/shop -> example.com/shop/ledger, example.com/shop/tax",
                "example.com/shop/ledger",
                "example.com/shop/tax",
            ],
            tree.Drawn());
    }

    [Theory]
    [InlineData("replace github.com/upstream/tax => ./tax")]
    [InlineData("replace github.com/upstream/tax v1.0.0 => ./tax")]
    [InlineData("replace (\n\tgithub.com/upstream/tax v1.0.0 => ./web/../tax\n)")]
    public static void A_module_replaced_by_a_folder_is_the_one_in_that_folder(string replace)
    {
        var tree = new Tree()
            .With("go.mod", $"module shop\nrequire github.com/upstream/tax v1.0.0\n{replace}\n")
            .With("tax/go.mod", "module example.com/fork/tax\n");

        Assert.Equal(["example.com/fork/tax", "shop -> example.com/fork/tax"], tree.Drawn());
    }

    [Theory]
    [InlineData("replace github.com/upstream/tax => ../../tax")]
    [InlineData("replace github.com/upstream/tax => /tax")]
    [InlineData("replace github.com/upstream/tax => example.com/tax v1.0.0")]
    [InlineData("replace github.com/upstream/tax =>")]
    [InlineData("replace => ./tax")]
    public static void A_replacement_from_elsewhere_draws_no_edge(string replace)
    {
        var tree = new Tree().With("go.mod", $"module shop\n{replace}\n").With("tax/go.mod", "module tax\n");

        Assert.Equal(["shop", "tax"], tree.Drawn());
    }

    [Fact]
    public static void A_workspace_replaces_for_the_modules_it_uses_alone()
    {
        var tree = new Tree()
            .With("go.work", "go 1.24\nuse (\n\t./api\n\t./fork\n)\nreplace github.com/upstream/tax => ./fork\n")
            .With("api/go.mod", "module api\nrequire github.com/upstream/tax v1.0.0\n")
            .With("old/go.mod", "module old\nrequire github.com/upstream/tax v1.0.0\n")
            .With("fork/go.mod", "module fork\n");

        Assert.Equal(["api -> fork", "fork", "old"], tree.Drawn());
    }

    [Fact]
    public static void A_file_belongs_to_the_deepest_module_around_it()
    {
        var graph = new Tree().With("go.mod", "module shop\n").With("ledger/go.mod", "module ledger\n")
            .With("ledger/empty/go.mod", "// keeps a folder out\n").Graph();

        Assert.Equal(["shop"], graph.Touched(["main.go"]));
        Assert.Equal(["ledger"], graph.Touched(["ledger/book.go", "ledger/empty/x.go"]));
    }

    [Theory]
    [InlineData("module shop\n\nrequire (\n\ta v1\n", "go.mod:3:1 has a 'require (' that is not closed")]
    [InlineData("module \"shop\n", "go.mod:1:1 has a quotation mark that is not closed")]
    public static void The_place_of_what_can_t_be_read_is_told(string text, string reason)
    {
        Assert.Equal(reason, new Tree().With("go.mod", text).Reason());
    }
}
