using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class ReadTests
{
    private const string Good = """{"name":"good"}""";

    [Fact]
    public static async Task A_request_says_who_asks_and_for_which_version()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/user", Json(Good));

        await talk.Get("user");

        var headers = talk.Server.Seen[0].Headers;
        Assert.Matches(@"^ChangeSentinel/\d+\.\d+\.\d+$", headers["User-Agent"]);
        Assert.Equal($"Bearer {Conversation.Token}", headers["Authorization"]);
        Assert.Equal("2022-11-28", headers["X-GitHub-Api-Version"]);
        Assert.StartsWith("application/vnd.github+json", headers["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public static async Task What_is_not_there_is_nothing_to_be_found()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/gone", Status(404));
        talk.Server.On("/here", Json(Good));

        Assert.Null(await talk.Api.Find("gone", ThingContext.Default.Thing, CancellationToken.None));
        Assert.Equal("good", (await talk.Api.Find("here", ThingContext.Default.Thing, CancellationToken.None))?.Name);
    }

    [Fact]
    public static async Task What_an_event_has_just_announced_may_take_a_moment_to_be_there()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/pulls/7", Status(404), Status(404), Json(Good));
        talk.Server.On("/pulls/8", Status(404));

        var late = talk.Api.GetAfterEvent("pulls/7", ThingContext.Default.Thing, CancellationToken.None);
        await talk.Clock.Pass(TimeSpan.FromSeconds(1));
        await talk.Clock.Pass(TimeSpan.FromSeconds(2));
        var never = talk.Api.GetAfterEvent("pulls/8", ThingContext.Default.Thing, CancellationToken.None);
        await talk.Clock.Pass(TimeSpan.FromSeconds(1));
        await talk.Clock.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal("good", (await late).Name);
        Assert.Equal(ForgeFailure.NotFound, (await Conversation.Failure(never)).Failure);
        Assert.Equal(6, talk.Api.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public static async Task An_answer_larger_than_32_MiB_unpacked_is_not_read(bool packed)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", Blanks(33, packed));
        talk.Server.On("/graphql", Blanks(33, packed));

        var get = await Conversation.Failure(talk.Get("x"));
        var query = await Conversation.Failure(talk.Query("{x}"));

        Assert.Equal((ForgeFailure.TooLarge, ForgeFailure.TooLarge), (get.Failure, query.Failure));
        Assert.Equal(2, talk.Api.Requests);
    }

    [Fact]
    public static async Task An_error_is_not_read_beyond_its_first_kilobytes()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", async context =>
        {
            context.Response.StatusCode = 404;
            await Blanks(33, packed: true)(context);
        });

        Assert.Equal(ForgeFailure.NotFound, (await Conversation.Failure(talk.Get("x"))).Failure);
    }

    [Fact]
    public static async Task Fifty_requests_are_open_at_once_and_no_more()
    {
        await using var talk = await Conversation.Start();
        var open = 0;
        var most = 0;
        var fifty = Together(50);
        talk.Server.On("/x", async context =>
        {
            var now = Interlocked.Increment(ref open);
            InterlockedMax(ref most, now);
            await fifty(context);
            Interlocked.Decrement(ref open);
            await Json(Good)(context);
        });

        await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => talk.Get("x")));

        Assert.Equal(50, most);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/user")]
    [InlineData("repos/../user")]
    [InlineData("repos/%2e%2E/user")]
    [InlineData("repos//user")]
    [InlineData("repos/o/./r")]
    [InlineData("repos/o/r#x")]
    [InlineData("repos\\o")]
    [InlineData("https://elsewhere.example/x")]
    public static async Task A_path_that_would_reach_something_else_is_not_asked(string path)
    {
        await using var talk = await Conversation.Start();

        var failure = await Conversation.Failure(talk.Get(path));

        Assert.Equal((ForgeFailure.Refused, 0), (failure.Failure, talk.Api.Requests));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; seen < value; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
