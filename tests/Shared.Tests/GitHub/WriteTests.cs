using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class WriteTests
{
    [Theory]
    [InlineData("fails")]
    [InlineData("hangs up")]
    [InlineData("breaks off")]
    public static async Task A_POST_that_may_have_been_carried_out_is_not_sent_again(string server)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", server switch
        {
            "fails" => Status(502),
            "hangs up" => HangUp,
            _ => BreakOff,
        });

        var failure = await Conversation.Failure(talk.Api.Send(
            HttpMethod.Post, "x", "{}"u8.ToArray(), ThingContext.Default.Thing, CancellationToken.None));

        Assert.Equal(ForgeFailure.Unavailable, failure.Failure);
        Assert.Equal(1, talk.Api.Requests);
    }

    [Fact]
    public static async Task A_POST_that_nobody_answers_is_not_sent_again()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", Silence);

        var posted = talk.Post("x");
        await talk.Server.Arrival();
        await talk.Clock.Pass(TimeSpan.FromSeconds(10));
        var failure = await Conversation.Failure(posted);

        Assert.Equal((ForgeFailure.Unavailable, 1), (failure.Failure, talk.Api.Requests));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public static async Task What_can_be_repeated_is_sent_again(string method)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", Status(500), Json("{}"));

        var sent = talk.Api.Send(new(method), "x", "{}"u8.ToArray(), CancellationToken.None);
        await talk.Clock.Pass(TimeSpan.FromSeconds(0.5));
        await sent;

        Assert.Equal([method, method], talk.Server.Seen.Select(request => request.Method));
    }

    [Fact]
    public static async Task What_a_failed_DELETE_removed_all_the_same_is_gone()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", Status(502), Status(404));

        var sent = talk.Api.Send(HttpMethod.Delete, "x", null, CancellationToken.None);
        await talk.Clock.Pass(TimeSpan.FromSeconds(0.5));

        await sent;
    }

    [Fact]
    public static async Task What_is_not_there_to_be_deleted_is_said()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", Status(404));

        var failure = await Conversation.Failure(
            talk.Api.Send(HttpMethod.Delete, "x", null, CancellationToken.None));

        Assert.Equal(ForgeFailure.NotFound, failure.Failure);
    }

    [Fact]
    public static async Task An_answer_is_read_and_one_that_does_not_matter_may_be_empty()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/read", Json("""{"name":"made"}""", 201));
        talk.Server.On("/skip", Status(204));

        var made = await talk.Api.Send(
            HttpMethod.Post, "read", "{}"u8.ToArray(), ThingContext.Default.Thing, CancellationToken.None);
        await talk.Post("skip");

        Assert.Equal("made", made.Name);
        Assert.Equal("application/json; charset=utf-8", talk.Server.Seen[0].Headers["Content-Type"]);
    }
}
