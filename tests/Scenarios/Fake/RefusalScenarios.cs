namespace ChangeSentinel.Scenarios.Fake;

public static class RefusalScenarios
{
    [Fact]
    public static async Task What_a_token_may_not_see_is_not_found()
    {
        await using var ground = await Ground.Open();
        var stranger = ground.As(ground.State.PersonalToken(ground.State.Add("mallory"), Permissions.WorkflowWrite));

        var nobody = await ground.As(null).Get("repos/acme/shop");
        var other = await stranger.Get("repos/acme/shop");

        Assert.Equal((404, 404), (nobody.Status, other.Status));
    }

    [Fact]
    public static async Task A_fork_s_token_reads_and_writes_nothing()
    {
        await using var ground = await Ground.Open();
        ground.Pull(NewFile.Text("x", "x"));
        var fork = ground.As(ground.State.WorkflowToken(ground.Shop, Permissions.ForkRead));

        var read = await fork.Get("repos/acme/shop/pulls/1");
        var written = await fork.Post("repos/acme/shop/issues/1/comments", """{"body":"hello"}""");

        Assert.Equal(200, read.Status);
        Assert.Equal((403, "Resource not accessible by integration"), (written.Status, written["message"].GetString()));
    }

    [Fact]
    public static async Task A_team_is_read_with_members_rights_alone()
    {
        await using var ground = await Ground.Open();
        ground.State.AddTeam("acme", "seniors", ground.Alice);
        var members = Permissions.None.With(Access.Read, Scope.Members);
        var allowed = ground.As(ground.State.PersonalToken(ground.Alice, members));

        var workflow = await ground.Client.Get("orgs/acme/teams/seniors/members");
        var person = await allowed.Get("orgs/acme/teams/seniors/members");
        var missing = await allowed.Get("orgs/acme/teams/juniors");

        Assert.Equal(403, workflow.Status);
        Assert.Equal("alice", person["0.login"].GetString());
        Assert.Equal(404, missing.Status);
    }

    [Fact]
    public static async Task Check_runs_are_written_by_apps_alone_and_each_by_its_own()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("x", "x"));
        var body = $$"""{"name":"changesentinel","head_sha":"{{pull.HeadSha}}","status":"in_progress"}""";
        var person = ground.As(ground.State.PersonalToken(ground.Alice, Permissions.WorkflowWrite));
        var other = new Token("ghs_other", ground.Alice)
        {
            App = ground.State.AddApp("other", ground.Acme),
            Permissions = Permissions.WorkflowWrite,
            Repositories = [ground.Shop],
        };
        ground.State.Keep(other);

        var byPerson = await person.Post("repos/acme/shop/check-runs", body);
        var created = await ground.Client.Post("repos/acme/shop/check-runs", body);
        var byOther = await ground.As(other).Patch($"repos/acme/shop/check-runs/{created["id"]}", """{"conclusion":"success"}""");

        Assert.Equal((403, 201, 403), (byPerson.Status, created.Status, byOther.Status));
        Assert.Equal("github-actions", created["app.slug"].GetString());
    }

    [Theory]
    [InlineData("check-runs", """{"name":"x","head_sha":"HEAD","status":"completed"}""")]
    [InlineData("check-runs", """{"name":"x","head_sha":"HEAD","output":{"title":"t","summary":"LONG65536"}}""")]
    [InlineData("check-runs", """{"name":"x","head_sha":"0000000000000000000000000000000000000001"}""")]
    [InlineData("statuses/HEAD", """{"state":"success","description":"LONG141"}""")]
    [InlineData("labels", """{"name":"LONG51"}""")]
    [InlineData("labels", """{"name":"x","description":"LONG101"}""")]
    [InlineData("labels", """{"name":"x","color":"#ff0000"}""")]
    [InlineData("issues/1/comments", """{"body":""}""")]
    [InlineData("issues/1/comments", """{"body":"LONG65537"}""")]
    public static async Task What_is_too_long_or_incomplete_is_refused(string path, string body)
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("x", "x"));
        foreach (var length in (int[])[51, 101, 141, 65_536, 65_537])
            body = body.Replace($"LONG{length}\"", new string('x', length) + "\"");

        var answer = await ground.Client.Post(
            "repos/acme/shop/" + path.Replace("HEAD", pull.HeadSha), body.Replace("HEAD", pull.HeadSha));

        Assert.Equal(422, answer.Status);
        ground.GitHub.Complaints.Clear();
    }

    [Fact]
    public static async Task A_commit_takes_1000_statuses_of_a_context()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("x", "x"));
        for (var number = 0; number < 1000; number++)
        {
            ground.Shop.Statuses.Add(new(number, pull.HeadSha, "sentinel")
            {
                State = "pending",
                Creator = ground.Alice,
                At = ground.State.Now,
            });
        }

        var full = await ground.Client.Post($"repos/acme/shop/statuses/{pull.HeadSha}", """{"state":"success","context":"Sentinel"}""");
        var other = await ground.Client.Post($"repos/acme/shop/statuses/{pull.HeadSha}", """{"state":"success","context":"other"}""");

        Assert.Equal((422, 201), (full.Status, other.Status));
    }

    [Fact]
    public static async Task A_request_no_route_knows_is_a_complaint()
    {
        await using var ground = await Ground.Open();

        var answer = await ground.Client.Get("repos/acme/shop/pulls/1/marvels");

        Assert.Equal(404, answer.Status);
        Assert.Contains("GET /repos/acme/shop/pulls/1/marvels", ground.GitHub.Complaints.All[^1]);
        ground.GitHub.Complaints.Clear();
    }
}
