using ChangeSentinel.GitHub;
using Microsoft.AspNetCore.Http;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class FaultTests
{
    private const string Good = """{"name":"good","unknown":{"field":[1,2]}}""";
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public static async Task A_server_that_fails_once_is_asked_again(int status)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Json("<html>", status), Json(Good));

        var asked = talk.Get("repos/o/r");
        await talk.Clock.Pass(FirstPause);

        Assert.Equal("good", (await asked).Name);
        Assert.Equal(2, talk.Api.Requests);
    }
}
