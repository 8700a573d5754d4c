namespace ChangeSentinel.Scenarios.Fake;

public static class GraphQlScenarios
{
    [Fact]
    public static async Task Aliases_arguments_variables_and_fragments_are_understood()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("CODEOWNERS", "* @alice\n"));

        var answer = await ground.Client.Query(
            """
            query Facts($owner: String!, $name: String!, $number: Int!, $place: String = "README.md") {
              viewer { login }
              repository(owner: $owner, name: $name) {
                defaultBranchRef { name target { oid ... on Commit { tree { oid } } } }
                policy: object(expression: "main:src/a.cs") { __typename ...Text }
                missing: object(expression: "main:nowhere") { ...Text }
                folder: object(expression: "main:src") { ... on Tree { entries { name path oid type mode } } }
                ref(qualifiedName: "refs/heads/work") { name target { oid } }
                pullRequest(number: $number) {
                  headRefOid labels(first: 10) { nodes { name } pageInfo { hasNextPage } } }
              }
              rateLimit { remaining cost }
            }
            fragment Text on Blob { text byteSize isBinary isTruncated }
            """,
            new() { ["owner"] = "acme", ["name"] = "shop", ["number"] = 1 });

        // The one fault: $place is declared and not used.
        Assert.Contains("$place is declared by Facts but not used", answer["errors.0.message"].GetString());
        ground.GitHub.Complaints.Clear();
        Assert.Equal(pull.HeadSha, ground.Shop.Branch("work"));
    }

    [Fact]
    public static async Task Objects_are_found_by_expression_and_by_id()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("CODEOWNERS", "* @alice\n"), new NewFile("logo", [0, 1, 2]));

        var answer = await ground.Client.Query(
            """
            query($number: Int!, $logo: String!) {
              viewer { login }
              repository(owner: "acme", name: "shop") {
                policy: object(expression: "main:src/a.cs") { __typename ...Text }
                missing: object(expression: "main:nowhere") { ...Text }
                logo: object(expression: $logo) { ...Text }
                folder: object(expression: "main:src") { ... on Tree { entries { name path type mode } } }
                ref(qualifiedName: "refs/heads/work") { name target { oid ... on Commit { tree { oid } } } }
                pullRequest(number: $number) { headRefOid headRepository { nameWithOwner } }
              }
            }
            fragment Text on Blob { text byteSize isBinary isTruncated }
            """,
            new() { ["number"] = 1, ["logo"] = pull.HeadSha + ":logo" });

        Assert.Equal("github-actions[bot]", answer["data.viewer.login"].GetString());
        Assert.Equal(("Blob", "one\ntwo\nthree\n"), (answer["data.repository.policy.__typename"].GetString(), answer["data.repository.policy.text"].GetString()));
        Assert.Equal(JsonValueKind.Null, answer["data.repository.missing"].ValueKind);
        Assert.Equal((true, JsonValueKind.Null), (answer["data.repository.logo.isBinary"].GetBoolean(), answer["data.repository.logo.text"].ValueKind));
        Assert.Equal(("src/a.cs", 33188), (answer["data.repository.folder.entries.0.path"].GetString(), answer["data.repository.folder.entries.0.mode"].GetInt32()));
        Assert.Equal(("work", pull.HeadSha), (answer["data.repository.ref.name"].GetString(), answer["data.repository.ref.target.oid"].GetString()));
        Assert.Equal("acme/shop", answer["data.repository.pullRequest.headRepository.nameWithOwner"].GetString());
    }

    [Theory]
    [InlineData("{ marvels }", "Field 'marvels' doesn't exist on type 'Query'")]
    [InlineData("{ repository(owner: \"acme\") { name } }", "missing required arguments: name")]
    [InlineData("{ repository(owner: \"acme\", name: \"shop\", wish: 1) { name } }", "doesn't accept argument 'wish'")]
    [InlineData("{ viewer }", "must have selections")]
    [InlineData("{ repository(owner: \"acme\", name: \"shop\") { labels { nodes { name } } } }", "`first` or `last`")]
    [InlineData("{ repository(owner: $who, name: \"shop\") { name } }", "$who is used by anonymous query but not declared")]
    [InlineData("query($a: String!) { repository(owner: $a, name: \"shop\") { name } }", "$a of type String! was provided invalid value")]
    [InlineData("{ viewer { login ...Gone } }", "Fragment Gone was used, but not defined")]
    [InlineData("{ viewer { login }", "Parse error")]
    public static async Task A_document_GitHub_refuses_is_answered_with_errors_and_no_data(string document, string why)
    {
        await using var ground = await Ground.Open();

        var answer = await ground.Client.Query(document);

        Assert.Equal(200, answer.Status);
        Assert.Contains(answer["errors"].EnumerateArray(), one => one.GetProperty("message").GetString()!.Contains(why));
        Assert.False(answer.Json.TryGetProperty("data", out _));
        ground.GitHub.Complaints.Clear();
    }

    [Fact]
    public static async Task What_can_t_be_seen_is_null_with_an_error_beside_the_rest()
    {
        await using var ground = await Ground.Open();

        var answer = await ground.Client.Query("""{ viewer { login } repository(owner: "acme", name: "secret") { name } }""");

        Assert.Equal(JsonValueKind.Null, answer["data.repository"].ValueKind);
        Assert.Equal("NOT_FOUND", answer["errors.0.type"].GetString());
        Assert.Equal("github-actions[bot]", answer["data.viewer.login"].GetString());
    }

    [Fact]
    public static async Task A_merge_queue_lists_its_entries_in_order()
    {
        await using var ground = await Ground.Open();
        var first = ground.Pull(NewFile.Text("x", "1"));
        ground.State.Push(ground.Shop, ground.Alice, "other", ground.Commit("Other", NewFile.Text("y", "2")));
        var second = ground.State.OpenPull(ground.Shop, ground.Alice, (ground.Shop, "other"), "Other");
        ground.State.Enqueue(first);
        var last = ground.State.Enqueue(second);

        var answer = await ground.Client.Query(
            """
            { repository(owner: "acme", name: "shop") { mergeQueue(branch: "main") { entries(first: 1) {
                pageInfo { hasNextPage endCursor }
                nodes { position headCommit { oid } pullRequest { number headRefOid } } } } } }
            """);
        var merged = ground.Shop.Objects.Tree(last.HeadCommit, recursive: true).Select(entry => entry.Path);

        const string Entries = "data.repository.mergeQueue.entries.";
        Assert.True(answer[Entries + "pageInfo.hasNextPage"].GetBoolean());
        Assert.Equal((1, first.HeadSha), (answer[Entries + "nodes.0.position"].GetInt32(), answer[Entries + "nodes.0.pullRequest.headRefOid"].GetString()));
        Assert.Equal(["README.md", "src", "src/a.cs", "x", "y"], merged);
    }
}
