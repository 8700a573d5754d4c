using ChangeSentinel.Services;
using static ChangeSentinel.Tests.Services.Tree;

namespace ChangeSentinel.Tests.Services;

public static class ServiceGraphTests
{
    private static ServiceGraph Shop { get; } = new(
    [
        Service("ledger", paths: ["/src/ledger/"]),
        Service("pricing", paths: ["/src/pricing/", "*.price"]),
        Service("checkout", ["ledger", "pricing"], "/src/checkout/"),
        Service("web", ["checkout", "somewhere-else"], "/src/web/"),
        Service("mail", paths: ["/src/mail/"]),
    ]);

    [Fact]
    public static void What_is_downstream_needs_it_directly_or_through_others()
    {
        Assert.Equal(["checkout", "web"], Shop.Downstream(["ledger"]));
        Assert.Equal(["web"], Shop.Downstream(["checkout"]));
        Assert.Empty(Shop.Downstream(["web", "mail"]));
        Assert.Empty(Shop.Downstream([]));
        Assert.Empty(Shop.Downstream(["nobody"]));
    }

    [Fact]
    public static void Touching_the_dependents_too_never_makes_fewer_of_them_downstream()
    {
        var one = Shop.Downstream(["ledger"]);
        var more = Shop.Downstream(["ledger", "checkout", "web"]);

        Assert.Equal(["checkout", "web"], one);
        Assert.Equal(one, more);
    }

    [Fact]
    public static void In_a_cycle_everyone_else_is_downstream_of_each()
    {
        var circle = new ServiceGraph(
            [Service("a", ["b"]), Service("b", ["c"]), Service("c", ["a"]), Service("d", ["d"])]);

        Assert.Equal(["b", "c"], circle.Downstream(["a"]));
        Assert.Equal(["a", "b", "c"], circle.Downstream(["a", "b"]));
        Assert.Empty(circle.Downstream(["d"]));
    }

    [Fact]
    public static void Direct_neighbours_are_told_both_ways()
    {
        Assert.Equal(["ledger", "pricing"], Shop.Dependencies("checkout"));
        Assert.Equal(["checkout"], Shop.Dependents("ledger"));
        Assert.Equal(["checkout"], Shop.Dependencies("web"));
        Assert.Empty(Shop.Dependents("nobody"));
    }

    [Theory]
    [InlineData("src/ledger/a.cs", "ledger")]
    [InlineData("src/ledger/deep/b.price", "ledger, pricing")]
    [InlineData("src/ledger", "")]
    [InlineData("README.md", "")]
    public static void A_file_touches_every_declared_service_with_a_path_that_matches(string path, string touched)
    {
        Assert.Equal(touched, string.Join(", ", Shop.Touched([path])));
    }

    [Fact]
    public static void Services_are_found_by_their_exact_name_and_listed_in_order()
    {
        Assert.Equal(
            "checkout ledger mail pricing web", string.Join(' ', Shop.Services.Select(service => service.Name)));
        Assert.Equal("ledger", Shop.Find("ledger")?.Name);
        Assert.Null(Shop.Find("Ledger"));
    }

    [Fact]
    public static void Two_services_of_one_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ServiceGraph([Service("a"), Service("a")]));
    }

    [Fact]
    public static void A_chain_of_100_000_services_is_walked_without_recursion()
    {
        const int length = 100_000;
        var chain = new ServiceGraph(
            Enumerable.Range(0, length).Select(i => Service($"s{i:D6}", i == 0 ? [] : [$"s{i - 1:D6}"])));

        var all = chain.Downstream(["s000000"]);

        Assert.Equal(length - 1, all.Count);
    }

    [Fact]
    public static void A_change_of_3_000_files_is_placed_among_500_services()
    {
        var many = new ServiceGraph(
            Enumerable.Range(0, 500)
                .Select(i => Service($"s{i}", paths: [$"/src/s{i}/", $"/tests/s{i}.*/", $"**/s{i}/**/*.sql"])));
        var files = Enumerable.Range(0, 3_000).Select(i => $"src/s{i % 500}/deep/er/file{i}.cs").ToList();

        var touched = many.Touched(files);

        Assert.Equal(500, touched.Count);
    }
}
