namespace ChangeSentinel.Tests.Services;

public static class BackstageTests
{
    [Fact]
    public static void A_catalog_of_several_documents_is_read_with_its_owner()
    {
        var tree = new Tree().With("catalog-info.yaml", """
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: checkout
              annotations: {github.com/project-slug: acme/shop}
            spec:
              type: service
              lifecycle: production
              owner: group:default/payments
              dependsOn:
                - component:default/ledger
                - resource:orders-db
                - component:elsewhere/unknown
            ---
            kind: Resource
            metadata: {name: orders-db}
            ---
            kind: Group
            metadata: {name: payments}
            """).With("ledger/catalog-info.yaml", "kind: Component\nmetadata: {name: ledger}\n");

        var graph = tree.Graph();

        Assert.Equal(["checkout -> ledger, resource:orders-db", "ledger", "resource:orders-db"], tree.Drawn());
        Assert.Equal(["group:default/payments"], graph.Find("checkout")?.Owners);
        Assert.Equal("catalog-info.yaml:2:1", graph.Find("checkout")?.Place.ToString());
        Assert.Equal(["ledger"], graph.Touched(["ledger/book.ts"]));
    }

    [Fact]
    public static void A_change_of_who_provides_an_API_reaches_who_consumes_it()
    {
        var tree = new Tree()
            .With("orders/catalog-info.yaml", """
                kind: Component
                metadata: {name: orders}
                spec: {providesApis: [orders]}
                ---
                kind: API
                metadata: {name: orders}
                """)
            .With("web/catalog-info.yaml", "kind: Component\nmetadata: {name: web}\nspec: {consumesApis: [orders]}\n");

        Assert.Equal(["api:orders -> orders", "orders", "web -> api:orders"], tree.Drawn());
        Assert.Equal(["api:orders", "web"], tree.Graph().Downstream(["orders"]));
    }

    [Theory]
    [InlineData("component:default/ledger")]
    [InlineData("Component:Default/Ledger")]
    [InlineData("component:ledger")]
    [InlineData("default/ledger")]
    [InlineData("ledger")]
    public static void A_reference_is_read_in_every_form_and_whatever_its_case(string reference)
    {
        var tree = new Tree().With(
            "catalog-info.yaml",
            "kind: Component\nmetadata: {name: Ledger}\n---\n" +
            $"kind: component\nmetadata: {{name: web}}\nspec:\n  dependsOn: ['{reference}']\n");

        Assert.Equal(["Ledger", "web -> Ledger"], tree.Drawn());
    }

    [Fact]
    public static void A_reference_without_a_namespace_stays_in_its_own()
    {
        var tree = new Tree().With("catalog-info.yaml", """
            kind: Component
            metadata: {name: ledger}
            ---
            kind: Component
            metadata: {name: ledger, namespace: shop}
            spec: {dependencyOf: [web]}
            ---
            kind: Component
            metadata: {name: web, namespace: shop}
            """);

        Assert.Equal(["ledger", "shop/ledger", "shop/web -> shop/ledger"], tree.Drawn());
    }

    [Theory]
    [InlineData("kind: Component\n", "catalog-info.yaml:1:1 has an entity without kind or metadata.name")]
    [InlineData("kind: Component\nmetadata: *m\n", "catalog-info.yaml:2:11 can't be read: aliases are not allowed")]
    [InlineData("- kind: Component\n", "catalog-info.yaml:1:1 is not a mapping")]
    [InlineData("a: [\n", "catalog-info.yaml:2:1 can't be read: ")]
    public static void The_place_of_what_can_t_be_read_is_told(string text, string reason)
    {
        Assert.StartsWith(reason, new Tree().With("catalog-info.yaml", text).Reason(), StringComparison.Ordinal);
    }
}
