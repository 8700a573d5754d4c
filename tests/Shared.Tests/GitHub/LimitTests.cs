using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api</summary>
public static class LimitTests
{
    private const string Good = """{"name":"good"}""";
    private const string Secondary =
        """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""";

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(403, "30", 30)]
    [InlineData(429, "Mon, 02 Mar 2026 10:00:20 GMT", 20)]
    [InlineData(429, "0", 0.5)]
    public static async Task Retry_after_is_waited_for(int status, string after, double seconds)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/user", Status(status, $"Retry-After: {after}"), Json(Good));

        var asked = talk.Get("user");
        await talk.Clock.Pass(TimeSpan.FromSeconds(seconds));

        Assert.Equal("good", (await asked).Name);
        Assert.Equal(2, talk.Api.Requests);
    }

    [Fact]
    public static async Task A_used_up_limit_is_waited_for_until_its_reset()
    {
        await using var talk = await Conversation.Start();
        var reset = talk.Clock.GetUtcNow().AddSeconds(20).ToUnixTimeSeconds();
        talk.Server.On(
            "/user", Status(403, "x-ratelimit-remaining: 0", $"x-ratelimit-reset: {reset}"), Json(Good));

        var asked = talk.Get("user");
        await talk.Clock.Pass(TimeSpan.FromSeconds(21));

        Assert.Equal("good", (await asked).Name);
    }

    [Fact]
    public static async Task A_limit_that_outlasts_the_budget_ends_the_call_and_says_until_when()
    {
        await using var talk = await Conversation.Start();
        var reset = talk.Clock.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds();
        talk.Server.On("/user", Status(429, "x-ratelimit-remaining: 0", $"x-ratelimit-reset: {reset}"));

        var failure = await Conversation.Failure(talk.Get("user"));

        Assert.Equal(ForgeFailure.Limited, failure.Failure);
        Assert.Equal(
            "GitHub's rate limit for this token is used up until 2026-03-02 10:30:01 UTC, so GET /user was not "
            + "answered; run it again after that.",
            failure.Message);
    }

    [Theory]
    [InlineData(403, Secondary)]
    [InlineData(429, "{}")]
    public static async Task A_secondary_limit_is_waited_for_a_minute_where_the_budget_allows(int status, string body)
    {
        await using var talk = await Conversation.Start(usual => usual with { Budget = TimeSpan.FromMinutes(5) });
        talk.Server.On("/user", Json(body, status), Json(body, status), Json(Good));

        var asked = talk.Get("user");
        await talk.Clock.Pass(TimeSpan.FromSeconds(60));
        await talk.Clock.Pass(TimeSpan.FromSeconds(120));

        Assert.Equal("good", (await asked).Name);
    }

    [Fact]
    public static async Task A_secondary_limit_outlasts_the_budget_of_the_action()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/user", Json(Secondary, 403));

        var failure = await Conversation.Failure(talk.Get("user"));

        Assert.Equal(ForgeFailure.Limited, failure.Failure);
        Assert.Contains("until 2026-03-02 10:01:00 UTC", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Who_comes_later_does_not_ask_while_the_limit_stands()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/user", Status(429, "Retry-After: 40"), Json(Good));
        talk.Server.On("/meta", Json(Good));
        var first = talk.Get("user");
        await talk.Clock.Awaited(TimeSpan.FromSeconds(40));

        var second = talk.Get("meta");
        await talk.Clock.Awaited(TimeSpan.FromSeconds(40));
        var before = talk.Api.Requests;
        talk.Clock.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal(("good", "good"), ((await first).Name, (await second).Name));
        Assert.Equal((1, 3), (before, talk.Api.Requests));
    }

    [Fact]
    public static async Task A_limit_of_REST_does_not_keep_GraphQL_waiting()
    {
        await using var talk = await Conversation.Start();
        var reset = talk.Clock.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds();
        talk.Server.On("/user", Status(403, "x-ratelimit-remaining: 0", $"x-ratelimit-reset: {reset}"));
        talk.Server.On("/graphql", Json($$"""{"data":{{Good}}}"""));

        var limited = await Conversation.Failure(talk.Get("user"));
        var answered = await talk.Query("{x}");

        Assert.Equal((ForgeFailure.Limited, "good"), (limited.Failure, answered.Name));
    }

    [Fact]
    public static async Task A_POST_that_met_a_limit_was_not_carried_out_and_is_sent_again()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r/labels", Status(429, "Retry-After: 3"), Json("{}", 201));

        var posted = talk.Post("repos/o/r/labels");
        await talk.Clock.Pass(TimeSpan.FromSeconds(3));
        await posted;

        Assert.Equal(["""{"a":1}""", """{"a":1}"""], talk.Server.Seen.Select(request => request.Body));
    }
}
