namespace ChangeSentinel.Scenarios.Fake;

public static class WritingScenarios
{
    [Fact]
    public static async Task A_label_is_created_worn_and_taken_off()
    {
        await using var ground = await Ground.Open();
        ground.Pull(NewFile.Text("x", "x"));

        await ground.Client.Post("repos/acme/shop/labels", """{"name":"risk: high/very","color":"d73a4a"}""");
        var again = await ground.Client.Post("repos/acme/shop/labels", """{"name":"Risk: HIGH/very"}""");
        var worn = await ground.Client.Post("repos/acme/shop/issues/1/labels", """{"labels":["risk: high/very"]}""");
        var off = await ground.Client.Delete("repos/acme/shop/issues/1/labels/risk%3A%20high%2Fvery");
        var twice = await ground.Client.Delete("repos/acme/shop/issues/1/labels/risk%3A%20high%2Fvery");

        Assert.Equal((422, "already_exists"), (again.Status, again["errors.0.code"].GetString()));
        Assert.Equal("d73a4a", worn["0.color"].GetString());
        Assert.Equal((0, 404), (off.Json.GetArrayLength(), twice.Status));
    }

    [Fact]
    public static async Task A_comment_is_written_by_the_workflow_s_bot_and_edited_in_place()
    {
        await using var ground = await Ground.Open();
        ground.Pull(NewFile.Text("x", "x"));

        var written = await ground.Client.Post("repos/acme/shop/issues/1/comments", """{"body":"Waiting."}""");
        await ground.Client.Patch($"repos/acme/shop/issues/comments/{written["id"]}", """{"body":"Approved."}""");
        var read = await ground.Client.Get("repos/acme/shop/issues/1/comments");

        Assert.Equal("github-actions[bot]", read["0.user.login"].GetString());
        Assert.Equal("Approved.", read["0.body"].GetString());
        Assert.NotEqual(read["0.created_at"].GetString(), read["0.updated_at"].GetString());
    }

    [Fact]
    public static async Task A_check_run_is_completed_and_opened_again()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("x", "x"));

        var run = await ground.Client.Post("repos/acme/shop/check-runs",
            $$$"""{"name":"s","head_sha":"{{{pull.HeadSha}}}","conclusion":"success","output":{"title":"Fine","summary":""}}""");
        var opened = await ground.Client.Patch($"repos/acme/shop/check-runs/{run["id"]}", """{"status":"in_progress"}""");
        var listed = await ground.Client.Get($"repos/acme/shop/commits/{pull.HeadSha}/check-runs?check_name=s");

        Assert.Equal(("completed", "success"), (run["status"].GetString(), run["conclusion"].GetString()));
        Assert.Equal(JsonValueKind.Null, opened["conclusion"].ValueKind);
        Assert.Equal((1, "Fine"), (listed["total_count"].GetInt32(), listed["check_runs.0.output.title"].GetString()));
    }

    [Fact]
    public static async Task A_fork_s_push_moves_the_pull_request_s_head_and_is_its_own_activity()
    {
        await using var ground = await Ground.Open();
        var mallory = ground.State.Add("mallory");
        var fork = ground.State.Fork(ground.Shop, mallory);
        ground.State.Push(fork, mallory, "work", ground.Commit("One", NewFile.Text("x", "1")));
        var pull = ground.State.OpenPull(ground.Shop, mallory, (fork, "work"), "From a fork");
        var head = ground.State.Push(fork, mallory, "work", ground.Commit("Two", NewFile.Text("x", "2")));

        var shown = await ground.Client.Get("repos/acme/shop/pulls/1");
        var commit = await ground.Client.Get($"repos/acme/shop/git/commits/{head}");
        var pulls = await ground.Client.Get($"repos/acme/shop/commits/{head}/pulls");

        Assert.Equal((head, head), (pull.HeadSha, shown["head.sha"].GetString()));
        Assert.Equal("mallory/shop", shown["head.repo.full_name"].GetString());
        Assert.Equal("Two", commit["message"].GetString());
        Assert.Equal(1, pulls["0.number"].GetInt32());
        Assert.DoesNotContain(ground.Shop.Activities, one => one.Ref == "refs/heads/work");
        Assert.Equal(["branch_creation", "push"], fork.Activities.Where(one => one.Ref == "refs/heads/work").Select(one => one.Kind));
    }

    [Fact]
    public static async Task Ids_are_git_s_and_renames_are_found()
    {
        await using var ground = await Ground.Open();
        ground.Pull(NewFile.Removed("src/a.cs"), NewFile.Text("lib/a.cs", "one\ntwo\nthree\n"), NewFile.Text("empty", ""));

        var files = await ground.Client.Get("repos/acme/shop/pulls/1/files");

        Assert.Equal("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", files["0.sha"].GetString());
        Assert.Equal(("lib/a.cs", "src/a.cs", "renamed"),
            (files["1.filename"].GetString(), files["1.previous_filename"].GetString(), files["1.status"].GetString()));
    }
}
