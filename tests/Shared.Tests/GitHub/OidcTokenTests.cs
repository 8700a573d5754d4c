using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>https://docs.github.com/en/actions/reference/security/oidc</summary>
public static class OidcTokenTests
{
    private const string Target = "/84//idtoken/1?api-version=2.0&audience=https%3A%2F%2Fbot.example%2F%3Fa%3Db";

    [Fact]
    public static async Task It_is_asked_for_with_the_job_s_own_token_and_our_audience()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On(Target, Json("""{"value":"ey.canary.jwt","count":3}"""));

        var token = await Ask(talk, $"{talk.Server.Root}84//idtoken/1?api-version=2.0", "job-canary");

        Assert.Equal(("ey.canary.jwt", "***"), (token.Reveal(), token.ToString()));
        Assert.Equal("Bearer job-canary", Assert.Single(talk.Server.Seen).Headers["Authorization"]);
    }

    [Fact]
    public static async Task It_is_asked_for_again_where_the_service_stumbles()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On(Target, Status(503), Json("""{"value":"ey"}"""));

        var asked = Ask(talk, $"{talk.Server.Root}84//idtoken/1?api-version=2.0", "job-canary");
        await talk.Clock.Pass(TimeSpan.FromSeconds(0.5));

        Assert.Equal("ey", (await asked).Reveal());
    }

    [Theory]
    [InlineData(null, "token")]
    [InlineData("https://x.example/?a=b", null)]
    [InlineData("", "")]
    public static async Task A_job_without_the_permission_is_told_which_one_to_add(string? address, string? token)
    {
        await using var talk = await Conversation.Start();

        var failure = await Conversation.Failure(Ask(talk, address, token));

        Assert.Equal(ForgeFailure.Forbidden, failure.Failure);
        Assert.Contains("permissions: id-token: write", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://x.example/?secret=canary")]
    [InlineData("https://canary@x.example/?a=b")]
    [InlineData("https://x.example/canary")]
    [InlineData("canary")]
    public static async Task The_job_s_token_goes_to_no_other_address(string address)
    {
        await using var talk = await Conversation.Start();

        var failure = await Conversation.Failure(Ask(talk, address, "job-canary"));

        Assert.Equal(ForgeFailure.Refused, failure.Failure);
        Assert.Contains("ACTIONS_ID_TOKEN_REQUEST_URL", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Its_failure_shows_nothing_of_the_query()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/id?key=canary&audience=https%3A%2F%2Fbot.example%2F%3Fa%3Db", Status(401));

        var failure = await Conversation.Failure(Ask(talk, $"{talk.Server.Root}id?key=canary", "job-canary"));

        Assert.Contains("GET /id", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<Secret> Ask(Conversation talk, string? address, string? token)
    {
        var source = new OidcToken(
            name => name switch
            {
                "ACTIONS_ID_TOKEN_REQUEST_URL" => address,
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN" => token,
                _ => null,
            },
            "https://bot.example/?a=b",
            talk.Connection,
            talk.Clock);
        return await source.Current(CancellationToken.None);
    }
}
