using ChangeSentinel.Fake.Identity;

namespace ChangeSentinel.Scenarios.Step;

public static class BotScenarios
{
    [Fact]
    public static async Task With_a_bot_the_step_explains_and_signals_and_never_writes_the_check()
    {
        await using var world = await Payments.Shop();
        world.Inputs["bot-url"] = world.Bot.Url;
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        change.ShowsNothing();
        change.HasLabels("ai: assisted", "risk: high");
        change.HasOneComment(containing: "alice");
        var signal = Assert.Single(world.Bot.Signals);
        Assert.Equal("acme/shop", signal.Body.GetProperty("repository").GetString());
        Assert.Equal(change.Pull.Number, signal.Body.GetProperty("number").GetInt32());
        Assert.Equal(change.Head, signal.Body.GetProperty("head").GetString());
        Assert.Equal(world.Bot.Url, signal.Claims!.Value.GetProperty("aud").GetString());
    }

    [Fact]
    public static async Task A_bot_s_audience_can_be_named()
    {
        await using var world = await Payments.Shop();
        world.Inputs["bot-url"] = world.Bot.Url;
        world.Inputs["bot-audience"] = "sentinel.acme.dev";
        var change = world.OpensAssisted();

        (await change.Runs("pull_request_target")).Ends(0);

        Assert.Equal("sentinel.acme.dev", Assert.Single(world.Bot.Signals).Claims!.Value.GetProperty("aud").GetString());
    }

    [Theory]
    [InlineData(BotMood.Unauthorized, "answered 401")]
    [InlineData(BotMood.Unavailable, "answered 503")]
    public static async Task A_bot_that_does_not_hear_fails_the_step_and_turns_nothing_green(
        BotMood mood, string expected)
    {
        await using var world = await Payments.Shop();
        world.Inputs["bot-url"] = world.Bot.Url;
        world.Bot.Mood = mood;
        var change = world.Opens("dana", touching: "docs/readme.md");

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        change.ShowsNothing();
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Contains("The bot was not told", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Without_the_right_to_an_identity_token_the_step_says_which_right_is_missing()
    {
        await using var world = await Payments.Shop();
        world.Inputs["bot-url"] = world.Bot.Url;
        world.HasIdToken = false;
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        Assert.Contains("id-token: write", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_merge_group_is_the_bot_s_to_decide()
    {
        await using var world = await Payments.Shop();
        world.Inputs["bot-url"] = world.Bot.Url;
        var change = world.OpensAssisted();
        var entry = world.Enqueue(change);

        (await change.Runs("merge_group")).Ends(0);

        Assert.Empty(world.Shop.CheckRuns);
        Assert.Equal(entry.HeadCommit, Assert.Single(world.Bot.Signals).Body.GetProperty("head").GetString());
    }
}
