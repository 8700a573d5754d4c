namespace ChangeSentinel.Scenarios.Fake;

public static class FaultScenarios
{
    [Fact]
    public static async Task Faults_come_as_often_as_they_are_planned_and_then_the_answer()
    {
        await using var ground = await Ground.Open();
        ground.GitHub.Faults.Add(new Fault.Status(502), "GET", "/repos/acme/shop", times: 2);

        int[] answers = [(await Shop()).Status, (await Shop()).Status, (await Shop()).Status];

        Assert.Equal([502, 502, 200], answers);
        Task<Reply> Shop() => ground.Client.Get("repos/acme/shop");
    }

    [Fact]
    public static async Task Limits_say_how_long_to_wait()
    {
        await using var ground = await Ground.Open();
        ground.GitHub.Faults.Add(new Fault.TooMany(7), null, "/repos/*");
        ground.GitHub.Faults.Add(new Fault.Secondary(9), null, "/repos/*");
        ground.GitHub.Faults.Add(new Fault.Exhausted(60), null, "/repos/*");

        var tooMany = await ground.Client.Get("repos/acme/shop");
        var secondary = await ground.Client.Get("repos/acme/shop");
        var exhausted = await ground.Client.Get("repos/acme/shop");

        Assert.Equal((429, "7"), (tooMany.Status, tooMany.Headers.GetValues("Retry-After").Single()));
        Assert.Equal((403, "9"), (secondary.Status, secondary.Headers.GetValues("Retry-After").Single()));
        Assert.Equal((403, "0"), (exhausted.Status, exhausted.Headers.GetValues("x-ratelimit-remaining").Single()));
    }

    [Fact]
    public static async Task An_answer_is_cut_in_half_or_broken_off()
    {
        await using var ground = await Ground.Open();
        ground.GitHub.Faults.Add(new Fault.Truncated(), "GET", "/repos/acme/shop");
        ground.GitHub.Faults.Add(new Fault.Broken(), "GET", "/repos/acme/shop");

        var cut = await ground.Client.Get("repos/acme/shop");

        Assert.Equal(200, cut.Status);
        Assert.ThrowsAny<JsonException>(() => cut.Json);
        await Assert.ThrowsAsync<HttpRequestException>(() => ground.Client.Get("repos/acme/shop"));
    }

    [Fact]
    public static async Task Silence_ends_when_the_fake_closes()
    {
        Task<Reply> waiting;
        await using (var ground = await Ground.Open())
        {
            ground.GitHub.Faults.Add(new Fault.Silent(), "GET", "/repos/acme/shop");
            waiting = new Client(ground.GitHub, ground.Token).Get("repos/acme/shop");
            await ground.Client.Get("repos/acme/shop/labels");

            Assert.False(waiting.IsCompleted);
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public static async Task GraphQl_fails_inside_an_answer_of_200()
    {
        await using var ground = await Ground.Open();
        ground.GitHub.Faults.Add(new Fault.GraphQlErrors("RATE_LIMITED", "API rate limit exceeded"), "POST", "/graphql");

        var answer = await ground.Client.Query("{ viewer { login } }");

        Assert.Equal((200, "RATE_LIMITED"), (answer.Status, answer["errors.0.type"].GetString()));
    }

    [Fact]
    public static async Task The_hour_s_limit_runs_out()
    {
        await using var ground = await Ground.Open();
        ground.Token.Used = ground.Token.Limit - 1;

        var last = await ground.Client.Get("repos/acme/shop");
        var beyond = await ground.Client.Get("repos/acme/shop");

        Assert.Equal((200, "0"), (last.Status, last.Headers.GetValues("x-ratelimit-remaining").Single()));
        Assert.Equal(403, beyond.Status);
    }

    [Fact]
    public static async Task What_the_client_has_already_is_not_sent_again_and_costs_nothing()
    {
        await using var ground = await Ground.Open();
        var first = await ground.Client.Get("repos/acme/shop");
        ground.Client.IfNoneMatch = first.Headers.ETag!.ToString();

        var again = await ground.Client.Get("repos/acme/shop");

        Assert.Equal((304, "", 1), (again.Status, again.Text, ground.Token.Used));
    }

    [Fact]
    public static async Task Something_happens_between_two_requests()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("x", "1"));
        var before = pull.HeadSha;
        ground.GitHub.Interruptions.Before("GET", "/repos/acme/shop/pulls/1", () =>
            ground.State.Push(ground.Shop, ground.Alice, "work", ground.Commit("Meanwhile", NewFile.Text("x", "2"))));

        var shown = await ground.Client.Get("repos/acme/shop/pulls/1");

        Assert.NotEqual(before, shown["head.sha"].GetString());
    }
}
