using System.Globalization;
using ChangeSentinel.GitHub;
using Microsoft.AspNetCore.Http;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class FaultTests
{
    private const string Good = """{"name":"good","unknown":{"field":[1,2]}}""";
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Broken => ["hang up", "break off", "cut JSON", "other JSON", "nothing", "null"];

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

    [Theory]
    [MemberData(nameof(Broken))]
    public static async Task An_answer_that_can_t_be_read_is_asked_for_again(string how)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Fault(how), Json(Good));

        var asked = talk.Get("repos/o/r");
        await talk.Clock.Pass(FirstPause);

        Assert.Equal("good", (await asked).Name);
        Assert.Equal(2, talk.Api.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public static async Task Ten_seconds_of_silence_end_a_try(bool midway)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", midway ? Stall : Silence, Json(Good));

        var asked = talk.Get("repos/o/r");
        await talk.Server.Arrival();
        await talk.Clock.Pass(Silent);
        await talk.Clock.Pass(FirstPause);

        Assert.Equal("good", (await asked).Name);
    }

    [Fact]
    public static async Task Silence_to_the_end_of_the_budget_is_unavailable()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Silence);

        var asked = talk.Get("repos/o/r");
        foreach (var pause in (double[])[0.5, 1, 2, 4])
        {
            await talk.Clock.Pass(Silent);
            await talk.Clock.Pass(TimeSpan.FromSeconds(pause));
        }

        await talk.Clock.Pass(TimeSpan.FromSeconds(10));
        var failure = await Conversation.Failure(asked);

        Assert.Equal(ForgeFailure.Unavailable, failure.Failure);
        Assert.Equal(
            "GitHub said nothing for 10 s when it was asked for GET /repos/o/r. It was tried 5 times in 58 s.",
            failure.Message);
    }

    [Fact]
    public static async Task A_server_that_never_recovers_is_unavailable_when_the_budget_is_spent()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Json("""{"message":"Server Error"}""", 502));

        var asked = talk.Get("repos/o/r");
        foreach (var pause in (double[])[0.5, 1, 2, 4, 8, 8, 8, 8, 8, 8])
            await talk.Clock.Pass(TimeSpan.FromSeconds(pause));
        var failure = await Conversation.Failure(asked);

        Assert.Equal(ForgeFailure.Unavailable, failure.Failure);
        Assert.Equal(
            "GitHub answered GET /repos/o/r with 502 ('Server Error'). It was tried 11 times in 56 s.",
            failure.Message);
    }

    [Fact]
    public static async Task A_busy_server_is_left_alone_for_as_long_as_it_asks()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Status(503, "Retry-After: 9"), Json(Good));

        var asked = talk.Get("repos/o/r");
        await talk.Clock.Pass(TimeSpan.FromSeconds(9));

        Assert.Equal("good", (await asked).Name);
    }

    [Fact]
    public static async Task Nobody_at_the_address_is_unavailable_and_says_what_to_look_at()
    {
        await using var gone = await Conversation.Start();
        await gone.Server.DisposeAsync();
        using var stop = new CancellationTokenSource();

        var posted = gone.Api.Send(HttpMethod.Post, "repos/o/r/labels", null, stop.Token);
        foreach (var pause in (double[])[0.5, 1, 2, 4, 8, 8, 8, 8, 8, 8])
            await gone.Clock.Pass(TimeSpan.FromSeconds(pause));
        var failure = await Conversation.Failure(posted);

        Assert.Equal(ForgeFailure.Unavailable, failure.Failure);
        Assert.Contains("can't be reached at 127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GITHUB_API_URL", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Who_asked_may_stop_asking()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Silence);
        using var stop = new CancellationTokenSource();

        var asked = talk.Api.Get("repos/o/r", ThingContext.Default.Thing, stop.Token);
        await talk.Server.Arrival();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Theory]
    [InlineData(400, ForgeFailure.Refused)]
    [InlineData(401, ForgeFailure.Unauthorized)]
    [InlineData(403, ForgeFailure.Forbidden)]
    [InlineData(404, ForgeFailure.NotFound)]
    [InlineData(409, ForgeFailure.Conflict)]
    [InlineData(410, ForgeFailure.NotFound)]
    [InlineData(413, ForgeFailure.Refused)]
    [InlineData(422, ForgeFailure.Refused)]
    [InlineData(451, ForgeFailure.Forbidden)]
    public static async Task What_GitHub_refuses_is_not_asked_again(int status, ForgeFailure kind)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Json("""{"message":"Because."}""", status));

        var failure = await Conversation.Failure(talk.Get("repos/o/r"));

        Assert.Equal(kind, failure.Failure);
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"GitHub answered GET /repos/o/r with {status} ('Because')"),
            failure.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, talk.Api.Requests);
    }

    [Fact]
    public static async Task A_missing_permission_is_named_as_GitHub_names_it()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Json(
            """{"message":"Resource not accessible by integration"}""",
            403,
            "X-Accepted-GitHub-Permissions: contents=read",
            "x-ratelimit-remaining: 12"));

        var failure = await Conversation.Failure(talk.Get("repos/o/r"));

        Assert.Equal(
            "GitHub answered GET /repos/o/r with 403 ('Resource not accessible by integration'): the token may not "
            + "do this; it needs contents: read.",
            failure.Message);
    }

    [Fact]
    public static async Task A_refusal_names_the_codes_of_its_errors()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r/labels", Json(
            """{"message":"Validation Failed","errors":[{"resource":"Label","code":"already_exists"},"x"]}""", 422));

        var failure = await Conversation.Failure(talk.Post("repos/o/r/labels"));

        Assert.Contains("'already_exists, x'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task What_is_too_large_for_GitHub_says_so()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/repos/o/r", Json("""{"message":"no","errors":[{"code":"too_large"}]}""", 403));

        var failure = await Conversation.Failure(talk.Get("repos/o/r"));

        Assert.Equal(ForgeFailure.TooLarge, failure.Failure);
    }

    private static Func<HttpContext, Task> Fault(string how) => how switch
    {
        "hang up" => HangUp,
        "break off" => BreakOff,
        "cut JSON" => Json("""{"name":"go"""),
        "other JSON" => Json("""["name"]"""),
        "nothing" => Json(""),
        _ => Json("null"),
    };
}
