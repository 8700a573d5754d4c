using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public static async Task A_redirect_on_the_same_server_is_followed_as_it_was_asked(int status)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/old", Status(status, "Location: /repositories/1/new?a=b"));
        talk.Server.On("/repositories/1/new?a=b", Json("""{"name":"moved"}"""));

        var read = await talk.Get("old");
        await talk.Post("old");

        Assert.Equal("moved", read.Name);
        Assert.Equal(("POST", """{"a":1}"""), (talk.Server.Seen[^1].Method, talk.Server.Seen[^1].Body));
    }

    [Theory]
    [InlineData("another port")]
    [InlineData("another host")]
    [InlineData("another scheme")]
    [InlineData("a user")]
    [InlineData("nowhere")]
    public static async Task The_token_does_not_follow_to_another_server(string where)
    {
        await using var talk = await Conversation.Start();
        await using var other = await ScriptedServer.Start();
        var port = talk.Server.Root.Port;
        talk.Server.On("/old", Status(302, where switch
        {
            "another port" => $"Location: {other.Root}x",
            "another host" => $"Location: http://localhost:{port}/x",
            "another scheme" => $"Location: https://127.0.0.1:{port}/x",
            "a user" => $"Location: http://me@127.0.0.1:{port}/x",
            _ => "X-Nothing: x",
        }));

        var failure = await Conversation.Failure(talk.Get("old"));

        Assert.Equal((ForgeFailure.Unavailable, 1), (failure.Failure, talk.Api.Requests));
        Assert.Empty(other.Seen);
    }

    [Fact]
    public static async Task A_circle_ends_after_three_redirects()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/old", Status(307, "Location: /old"));

        var failure = await Conversation.Failure(talk.Get("old"));

        Assert.Equal((ForgeFailure.Unavailable, 4), (failure.Failure, talk.Api.Requests));
    }
}
