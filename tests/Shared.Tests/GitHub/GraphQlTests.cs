using System.Text.Json;
using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class GraphQlTests
{
    private const string Good = """{"extensions":{"a":[1]},"data":{"name":"good"}}""";

    [Fact]
    public static async Task The_document_and_its_variables_are_sent_as_JSON()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/graphql", Json(Good));

        var answer = await talk.Api.Query(
            """query($a:String!){x(y:"z")}""",
            """{"a":"\"} é"}"""u8.ToArray(),
            ThingContext.Default.Thing,
            CancellationToken.None);

        using var sent = JsonDocument.Parse(talk.Server.Seen[0].Body);
        Assert.Equal("good", answer.Name);
        Assert.Equal("""query($a:String!){x(y:"z")}""", sent.RootElement.GetProperty("query").GetString());
        Assert.Equal("\"} é", sent.RootElement.GetProperty("variables").GetProperty("a").GetString());
    }

    [Theory]
    [InlineData("NOT_FOUND", "Could not resolve to a Repository", ForgeFailure.NotFound)]
    [InlineData("FORBIDDEN", "Resource not accessible by integration", ForgeFailure.Forbidden)]
    [InlineData("INSUFFICIENT_SCOPES", "Your token has not been granted", ForgeFailure.Forbidden)]
    [InlineData("RATE_LIMITED", "API rate limit exceeded", ForgeFailure.Limited)]
    [InlineData("", "You have exceeded a secondary rate limit", ForgeFailure.Limited)]
    [InlineData("", "Field 'x' doesn't exist on type 'Query'", ForgeFailure.Refused)]
    public static async Task Errors_in_a_good_answer_are_a_failure(string type, string message, ForgeFailure kind)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/graphql", Json(
            $$"""{"data":{"name":"half"},"errors":[{"type":"{{type}}","path":["x"],"message":"{{message}}"}]}"""));

        var failure = await Conversation.Failure(talk.Query("{x}"));

        Assert.Equal((kind, 1), (failure.Failure, talk.Api.Requests));
    }

    [Fact]
    public static async Task A_limit_in_a_good_answer_is_waited_for()
    {
        await using var talk = await Conversation.Start();
        var reset = talk.Clock.GetUtcNow().AddSeconds(5).ToUnixTimeSeconds();
        talk.Server.On(
            "/graphql",
            Json(
                """{"errors":[{"type":"X","message":"other"},{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}""",
                200,
                "x-ratelimit-remaining: 0",
                $"x-ratelimit-reset: {reset}"),
            Json(Good));

        var asked = talk.Query("{x}");
        await talk.Clock.Pass(TimeSpan.FromSeconds(6));

        Assert.Equal("good", (await asked).Name);
    }

    [Fact]
    public static async Task A_secondary_limit_may_be_all_that_is_said()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/graphql", Json(
            """{"documentation_url":"d","message":"You have exceeded a secondary rate limit."}""", 200, "Retry-After: 4"),
            Json(Good));

        var asked = talk.Query("{x}");
        await talk.Clock.Pass(TimeSpan.FromSeconds(4));

        Assert.Equal("good", (await asked).Name);
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"message":"Something went wrong while executing your query. Ref: 1"}]}""")]
    [InlineData("""{"errors":[{"type":"TIMEOUT","message":"We couldn't respond in time"}]}""")]
    [InlineData("""{"errors":[{"message":"The query timed out"}]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"name":"go""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public static async Task A_breakdown_in_a_good_answer_is_asked_again(string body)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/graphql", Json(body), Json(Good));

        var asked = talk.Query("{x}");
        await talk.Clock.Pass(TimeSpan.FromSeconds(0.5));

        Assert.Equal("good", (await asked).Name);
    }

    [Fact]
    public static async Task A_mutation_is_not_sent_again()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/graphql", Status(502));

        var failure = await Conversation.Failure(talk.Query(" mutation { x }"));

        Assert.Equal((ForgeFailure.Unavailable, 1), (failure.Failure, talk.Api.Requests));
    }
}
