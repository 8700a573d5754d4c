using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>No failure shows a secret; <see cref="Conversation.Failure"/> looks for the canary in each.</summary>
public static class SecrecyTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(302)]
    public static async Task A_server_that_repeats_the_token_does_not_make_us_print_it(int status)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x?secret=canary", Json(
            $$"""{"message":"Bad {{Conversation.Token}}","errors":[{"code":"{{Conversation.Token}}"}]}""",
            status,
            $"Location: https://{Conversation.Token}.example/x?{Conversation.Token}"));

        await Conversation.Failure(talk.Get("x?secret=canary"));
    }

    [Fact]
    public static async Task Nor_does_GraphQL()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/graphql", Json($$"""{"errors":[{"message":"Bad {{Conversation.Token}}"}]}"""));

        await Conversation.Failure(talk.Query("query { canary }"));
    }

    [Theory]
    [InlineData("canary\nx: y")]
    [InlineData("canary\r")]
    [InlineData(" canary")]
    [InlineData("canary\u00e9")]
    [InlineData("canary\0")]
    [InlineData("")]
    public static async Task A_token_that_is_none_is_told_without_showing_it(string token)
    {
        await using var talk = await Conversation.Start(usual => usual with { Tokens = new FixedToken(new(token)) });

        var failure = await Conversation.Failure(talk.Get("x"));

        Assert.Equal((ForgeFailure.Unauthorized, 0), (failure.Failure, talk.Api.Requests));
    }

    [Fact]
    public static async Task A_connection_prints_without_its_token()
    {
        await using var talk = await Conversation.Start();

        Assert.DoesNotContain("canary", talk.Connection.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{new Secret("canary")} {talk.Connection.Tokens}", StringComparison.Ordinal);
    }
}
