namespace ChangeSentinel.Scenarios.Fake;

public static class DepthScenarios
{
    [Fact]
    public static async Task What_is_asked_at_once_is_one_deep()
    {
        await using var ground = await Ground.Open();
        ground.Pull(NewFile.Text("x", "1"));
        ground.GitHub.Quiet = TimeSpan.FromMilliseconds(200);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ground.Client.Get("repos/acme/shop/pulls/1")));
        await ground.Client.Get("repos/acme/shop");
        await ground.Client.Post("repos/acme/shop/issues/1/comments", """{"body":"done"}""");

        Assert.Equal(3, ground.GitHub.Requests.Depth());
        Assert.Equal(2, ground.GitHub.Requests.Depth(until: request => request.Path == "/repos/acme/shop"));
        Assert.Equal(20, ground.GitHub.Requests.MostAtOnce);
    }

    [Fact]
    public static async Task Fetching_a_token_and_reading_the_head_back_do_not_count()
    {
        await using var ground = await Ground.Open();
        ground.Pull(NewFile.Text("x", "1"));

        await ground.As(null).Send(HttpMethod.Get, ground.GitHub.Oidc.RequestUrl);
        await ground.Client.Get("repos/acme/shop");
        await ground.Client.Get("repos/acme/shop/pulls/1");
        await ground.Client.Get("repos/acme/shop/labels");
        ground.GitHub.Requests.MarkReadBack(request => request.Path.EndsWith("/pulls/1", StringComparison.Ordinal));

        Assert.Equal(2, ground.GitHub.Requests.Depth(until: request => request.Path.EndsWith("/labels", StringComparison.Ordinal)));
    }

    [Fact]
    public static async Task Writes_are_told_from_reads()
    {
        await using var ground = await Ground.Open();
        ground.Pull(NewFile.Text("x", "1"));

        await ground.Client.Query("{ viewer { login } }");
        await ground.Client.Get("repos/acme/shop");
        await ground.Client.Post("repos/acme/shop/labels", """{"name":"x"}""");

        Assert.Equal(["/repos/acme/shop/labels"], ground.GitHub.Requests.All.Where(one => one.Writes).Select(one => one.Path));
    }
}
