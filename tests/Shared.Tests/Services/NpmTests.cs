namespace ChangeSentinel.Tests.Services;

public static class NpmTests
{
    [Theory]
    [InlineData("""["packages/*"]""")]
    [InlineData("""["./packages/*"]""")]
    [InlineData("""["packages/*/"]""")]
    [InlineData("""["packages/ui", "packages/core"]""")]
    [InlineData("""["packages/{ui,core}"]""")]
    [InlineData("""["{packages/{ui,core},apps/*}"]""")]
    [InlineData("""["**"]""")]
    [InlineData("""["packages/**"]""")]
    [InlineData("""["packages/[uc]*"]""")]
    [InlineData("""["packages/@(ui|core)"]""")]
    [InlineData("""["!packages/*", "packages/*"]""")]
    [InlineData("""{"packages": ["packages/*"], "nohoist": ["**"]}""")]
    public static void Members_of_a_workspace_are_services(string workspaces)
    {
        var tree = new Tree()
            .With("package.json", $$"""{"name": "shop", "private": true, "workspaces": {{workspaces}}}""")
            .With("packages/ui/package.json", """{"name": "@shop/ui", "dependencies": {"@shop/core": "1", "x": "2"}}""")
            .With("packages/core/package.json", """{"name": "@shop/core"}""");

        Assert.Equal(["@shop/core", "@shop/ui -> @shop/core", "shop"], tree.Drawn());
    }

    [Theory]
    [InlineData("""["packages/*", "!packages/ui"]""")]
    [InlineData("""["packages/core"]""")]
    [InlineData("""["packages/c?re"]""")]
    public static void A_package_outside_the_workspace_is_no_service(string workspaces)
    {
        var tree = new Tree()
            .With("package.json", $$"""{"workspaces": {{workspaces}}}""")
            .With("packages/ui/package.json", """{"name": "@shop/ui", "dependencies": {"@shop/core": "1"}}""")
            .With("packages/core/package.json", """{"name": "@shop/core"}""");

        Assert.Equal(["@shop/core"], tree.Drawn());
    }

    [Theory]
    [InlineData("dependencies")]
    [InlineData("devDependencies")]
    [InlineData("peerDependencies")]
    [InlineData("optionalDependencies")]
    public static void Every_kind_of_dependency_counts(string kind)
    {
        var tree = new Tree()
            .With("package.json", """{"workspaces": ["*"]}""")
            .With("a/package.json", $$"""{"name": "a", "{{kind}}": {"b": "workspace:^"} }""")
            .With("b/package.json", """{"name": "b"}""");

        Assert.Equal(["a -> b", "b"], tree.Drawn());
    }

    [Theory]
    [InlineData("file:../b")]
    [InlineData("link:../b/")]
    [InlineData("portal:../b")]
    [InlineData("workspace:../b")]
    [InlineData("npm:b@1.2.3")]
    [InlineData("workspace:b@*")]
    public static void A_link_or_an_alias_leads_to_the_package_behind_it(string specifier)
    {
        var tree = new Tree()
            .With("package.json", """{"workspaces": ["a", "b"]}""")
            .With("a/package.json", $$"""{"name": "a", "dependencies": {"short": "{{specifier}}"} }""")
            .With("b/package.json", """{"name": "b"}""");

        Assert.Equal(["a -> b", "b"], tree.Drawn());
    }

    [Fact]
    public static void Packages_linked_by_folder_are_services_without_any_workspace()
    {
        var tree = new Tree()
            .With("a/package.json", """{"name": "a", "dependencies": {"b": "file:../b", "c": "file:../../../c"}}""")
            .With("b/package.json", """{"name": "b"}""")
            .With("c/package.json", """{"name": "c"}""");

        Assert.Equal(["a -> b", "b"], tree.Drawn());
    }

    [Fact]
    public static void A_pnpm_workspace_is_one_as_well()
    {
        var tree = new Tree()
            .With("web/pnpm-workspace.yaml", "packages:\n  - 'apps/*'\n  - '!apps/old'\n")
            .With("web/package.json", """{"name": "web"}""")
            .With("web/apps/shop/package.json", """{"name": "shop", "devDependencies": {"web": "workspace:*"}}""")
            .With("web/apps/old/package.json", """{"name": "old"}""")
            .With("apps/elsewhere/package.json", """{"name": "elsewhere"}""");

        Assert.Equal(["shop -> web", "web"], tree.Drawn());
    }

    [Fact]
    public static void A_package_without_a_name_goes_by_its_folder()
    {
        var tree = new Tree()
            .With("package.json", """{"workspaces": ["apps/*"]}""").With("apps/shop/package.json", "{}");

        Assert.Equal(["shop"], tree.Drawn());
    }

    [Fact]
    public static void A_file_belongs_to_the_deepest_package_around_it()
    {
        var graph = new Tree()
            .With("package.json", """{"name": "root", "workspaces": ["apps/**"]}""")
            .With("apps/my shop/package.json", """{"name": "shop"}""")
            .With("apps/my shop/[id]/*/package.json", """{"name": "odd"}""").Graph();

        Assert.Equal(["root"], graph.Touched(["README.md", "apps/readme"]));
        Assert.Equal(["shop"], graph.Touched(["apps/my shop/index.ts", "apps/my shop/[id]/x/y.ts"]));
        Assert.Equal(["odd"], graph.Touched(["apps/my shop/[id]/*/page.tsx"]));
    }

    [Fact]
    public static void Comments_and_trailing_commas_and_a_byte_order_mark_are_read_over()
    {
        var tree = new Tree().With("package.json", "\uFEFF{ // shop\n\"name\": \"shop\", \"workspaces\": [], }");

        Assert.Equal(["shop"], tree.Drawn());
    }

    [Theory]
    [InlineData("{\n  \"name\": oops\n}", "a/package.json:2:11 is not valid JSON")]
    [InlineData("", "a/package.json:1:1 is not valid JSON")]
    [InlineData("[]", "a/package.json:1:1 is not a JSON object")]
    [InlineData("""{"name": "\ud800"}""", "a/package.json:1:1 holds half of a surrogate pair")]
    [InlineData("""{"workspaces": ["a/***"]}""", "a/package.json:1:1 has a workspace pattern that can't be read")]
    public static void The_place_of_what_can_t_be_read_is_told(string text, string reason)
    {
        Assert.StartsWith(reason, new Tree().With("a/package.json", text).Reason(), StringComparison.Ordinal);
    }
}
