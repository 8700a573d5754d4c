namespace ChangeSentinel.Tests.Services;

public static class ComposeTests
{
    [Theory]
    [InlineData("depends_on: [db]")]
    [InlineData("depends_on:\n      - db\n      - nowhere")]
    [InlineData("depends_on:\n      db:\n        condition: service_healthy\n        restart: true")]
    [InlineData("links: [\"db:database\"]")]
    public static void A_dependency_is_read_as_a_list_or_a_mapping(string written)
    {
        var tree = new Tree().With("compose.yaml", $"services:\n  api:\n    image: api\n    {written}\n  db: {{}}\n");

        Assert.Equal(["api -> db", "db"], tree.Drawn());
    }

    [Theory]
    [InlineData("build: ./api")]
    [InlineData("build: api/")]
    [InlineData("build:\n      context: api\n      dockerfile: Dockerfile")]
    public static void A_build_context_is_what_a_service_is_made_of(string build)
    {
        var graph = new Tree().With("deploy/compose.yml", $"services:\n  api:\n    {build}\n  db: {{}}\n").Graph();

        Assert.Equal(["api"], graph.Touched(["deploy/api/main.py"]));
        Assert.Equal(["api", "db"], graph.Touched(["deploy/compose.yml"]));
        Assert.Empty(graph.Touched(["api/main.py"]));
    }

    [Theory]
    [InlineData("build: https://example.com/repository.git")]
    [InlineData("build: ../../elsewhere")]
    [InlineData("build: /srv/api")]
    [InlineData("image: api")]
    public static void Without_a_context_in_the_tree_it_is_the_compose_file_alone(string build)
    {
        var graph = new Tree().With("deploy/compose.yml", $"services:\n  api:\n    {build}\n").Graph();

        Assert.Equal(["/deploy/compose.yml"], graph.Find("api")?.Patterns);
    }

    [Fact]
    public static void A_file_inside_two_contexts_belongs_to_both()
    {
        var graph = new Tree().With("compose.yml", "services: {all: {build: .}, web: {build: ./web}}\n").Graph();

        Assert.Equal(["all", "web"], graph.Touched(["web/index.html"]));
        Assert.Equal(["all"], graph.Touched(["README.md"]));
    }

    [Fact]
    public static void An_override_in_the_same_folder_adds_to_the_service()
    {
        var tree = new Tree()
            .With("docker-compose.yml", "services:\n  api:\n    image: api\n  db:\n    image: postgres\n")
            .With("docker-compose.override.yml", "services:\n  api:\n    depends_on: [db]\n");

        Assert.Equal(["api -> db", "db"], tree.Drawn());
    }

    [Fact]
    public static void Services_of_two_projects_that_share_a_name_go_by_their_folders()
    {
        var tree = new Tree()
            .With("shop/compose.yml", "services:\n  api:\n    depends_on: [db]\n  db:\n")
            .With("mail/compose.yml", "services:\n  smtp:\n    depends_on: [db]\n  db:\n");

        Assert.Equal(["api -> shop/db", "mail/db", "shop/db", "smtp -> mail/db"], tree.Drawn());
    }

    [Theory]
    [InlineData("")]
    [InlineData("services:\n")]
    [InlineData("version: '3'\nvolumes: {data: {}}\n")]
    public static void A_file_without_services_holds_none(string text)
    {
        Assert.Empty(new Tree().With("compose.yml", text).Drawn());
    }

    [Theory]
    [InlineData("services:\n  api: &api\n    image: x\n", "compose.yml:2:8 can't be read: anchors are not allowed")]
    [InlineData("services: [\n", "compose.yml:2:1 can't be read: ")]
    [InlineData("services: {api: {}, api: {}}\n", "compose.yml:1:21 can't be read: duplicate key 'api'")]
    [InlineData("services: [api]\n", "compose.yml:1:11 has 'services' that is no mapping")]
    [InlineData("[]\n", "compose.yml:1:1 is not a mapping")]
    public static void The_place_of_what_can_t_be_read_is_told(string text, string reason)
    {
        Assert.StartsWith(reason, new Tree().With("compose.yml", text).Reason(), StringComparison.Ordinal);
    }
}
