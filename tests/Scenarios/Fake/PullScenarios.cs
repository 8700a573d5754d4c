namespace ChangeSentinel.Scenarios.Fake;

public static class PullScenarios
{
    [Fact]
    public static async Task A_pull_request_is_served_with_its_files_and_commits()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("src/a.cs", "one\n2\nthree\n"), NewFile.Text("src/b.cs", "new\n"));

        var shown = await ground.Client.Get("repos/acme/shop/pulls/1");
        var files = await ground.Client.Get("repos/acme/shop/pulls/1/files");
        var commits = await ground.Client.Get("repos/acme/shop/pulls/1/commits");

        Assert.Equal(2, shown["changed_files"].GetInt32());
        Assert.Equal(pull.HeadSha, shown["head.sha"].GetString());
        Assert.Equal("@@ -1,3 +1,3 @@\n one\n-two\n+2\n three", files["0.patch"].GetString());
        Assert.Equal(("src/b.cs", "added"), (files["1.filename"].GetString(), files["1.status"].GetString()));
        Assert.Equal(pull.HeadSha, commits["0.sha"].GetString());
        Assert.Equal("alice", commits["0.author.login"].GetString());
    }
}
