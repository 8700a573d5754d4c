using Microsoft.AspNetCore.Http;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class EntityTagTests
{
    [Fact]
    public static async Task What_did_not_change_is_answered_from_what_is_kept()
    {
        await using var talk = await Conversation.Start(tags: new(10, 10_000));
        talk.Server.On("/x", Tagged("""{"name":"one"}""", "W/\"1\""), NotModified, Tagged("""{"name":"two"}""", "\"2\""));

        Assert.Equal("one", (await talk.Get("x")).Name);
        Assert.Equal("one", (await talk.Get("x")).Name);
        Assert.Equal("two", (await talk.Get("x")).Name);

        Assert.Equal([null, "W/\"1\"", "W/\"1\""], Asked(talk));
    }

    [Fact]
    public static async Task A_list_that_did_not_change_keeps_its_further_pages()
    {
        await using var talk = await Conversation.Start(tags: new(10, 10_000));
        talk.Server.On(
            "/x?per_page=100",
            Json("[1]", 200, "ETag: \"1\"", "Link: </x?after=1>; rel=\"next\""),
            NotModified);
        talk.Server.On("/x?after=1", Tagged("[2]", "\"2\""), NotModified);

        await talk.List("x", null);

        Assert.Equal([1, 2], await talk.List("x", null));
        Assert.Equal([null, null, "\"1\"", "\"2\""], Asked(talk));
    }

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(10, 20)]
    public static async Task What_was_not_used_longest_is_forgotten_first(int entries, long bytes)
    {
        await using var talk = await Conversation.Start(tags: new(entries, bytes));
        talk.Server.On("/x", Tagged("""{"name":"one"}""", "\"1\""));
        talk.Server.On("/y", Tagged("""{"name":"two"}""", "\"2\""));

        await talk.Get("x");
        await talk.Get("y");
        await talk.Get("y");
        await talk.Get("x");

        Assert.Equal([null, null, "\"2\"", null], Asked(talk));
    }

    [Fact]
    public static async Task Without_a_store_nothing_is_kept()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x", Tagged("""{"name":"one"}""", "\"1\""));

        await talk.Get("x");
        await talk.Get("x");

        Assert.Equal([null, null], Asked(talk));
    }

    private static Func<HttpContext, Task> Tagged(string body, string tag) => Json(body, 200, $"ETag: {tag}");

    private static Task NotModified(HttpContext context) => Status(304)(context);

    private static IEnumerable<string?> Asked(Conversation talk) =>
        talk.Server.Seen.Select(request => request.Headers.GetValueOrDefault("If-None-Match"));
}
