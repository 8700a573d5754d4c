using System.Text.Json.Serialization;
using ChangeSentinel.GitHub;
using Microsoft.AspNetCore.Http;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class ListTests
{
    [Fact]
    public static async Task As_many_pages_as_are_expected_are_asked_for_at_once_and_kept_in_order()
    {
        await using var talk = await Conversation.Start();
        var together = Together(3);
        talk.Server.On("/files?per_page=100", After(together, Page(talk, "files", 1, 3)));
        talk.Server.On("/files?per_page=100&page=2", After(together, Page(talk, "files", 2, 3)));
        talk.Server.On("/files?per_page=100&page=3", After(together, Page(talk, "files", 3, 3)));

        var files = await talk.List("files", 201);

        Assert.Equal([1, 2, 3], files);
        Assert.Equal(3, talk.Api.Requests);
    }

    [Fact]
    public static async Task Where_nothing_is_expected_the_rest_is_asked_for_at_once_behind_the_first_page()
    {
        await using var talk = await Conversation.Start();
        var together = Together(3);
        talk.Server.On("/files?a=b&per_page=100", Page(talk, "files?a=b", 1, 4));
        foreach (var page in (int[])[2, 3, 4])
            talk.Server.On($"/files?a=b&per_page=100&page={page}", After(together, Page(talk, "files?a=b", page, 4)));

        var files = await talk.List("files?a=b", null);

        Assert.Equal([1, 2, 3, 4], files);
    }

    [Fact]
    public static async Task A_list_may_have_more_pages_than_expected_and_grow_while_it_is_read()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/files?per_page=100", Page(talk, "files", 1, 3));
        talk.Server.On("/files?per_page=100&page=2", Page(talk, "files", 2, 3));
        talk.Server.On("/files?per_page=100&page=3", Page(talk, "files", 3, 4));
        talk.Server.On("/files?per_page=100&page=4", Page(talk, "files", 4, 4));

        Assert.Equal([1, 2, 3, 4], await talk.List("files", 150));
    }

    [Fact]
    public static async Task A_list_may_have_fewer_pages_than_expected()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/files?per_page=100", Page(talk, "files", 1, 1));
        talk.Server.On("/files?per_page=100&page=2", Json("[]"));

        Assert.Equal([1], await talk.List("files", 200));
    }

    [Fact]
    public static async Task A_list_without_a_last_page_is_followed_link_by_link()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On(
            "/activity?per_page=100", Json("[1]", 200, $"Link: <{talk.Server.Root}activity?after=x%3D>; rel=\"next\""));
        talk.Server.On("/activity?after=x%3D", Json("[2]", 200, "Link: </activity?after=y>; rel=\"next\""));
        talk.Server.On("/activity?after=y", Json("[3]", 200, $"Link: <{talk.Server.Root}activity>; rel=\"prev\""));

        Assert.Equal([1, 2, 3], await talk.List("activity", null));
    }

    [Fact]
    public static async Task The_token_does_not_follow_a_link_to_another_server()
    {
        await using var talk = await Conversation.Start();
        await using var other = await ScriptedServer.Start();
        talk.Server.On("/x?per_page=100", Json("[1]", 200, $"Link: <{other.Root}x?after=y>; rel=\"next\""));

        var failure = await Conversation.Failure(talk.List("x", null));

        Assert.Equal(ForgeFailure.Unavailable, failure.Failure);
        Assert.Empty(other.Seen);
    }

    [Fact]
    public static async Task More_than_a_hundred_pages_are_not_read()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/expected?per_page=100", Json("[1]"));
        talk.Server.On("/told?per_page=100", Page(talk, "told", 1, 101));
        talk.Server.On("/endless?per_page=100", Json("[1]", 200, "Link: </endless?per_page=100>; rel=\"next\""));

        var expected = await Conversation.Failure(talk.List("expected", 10_001));
        var told = await Conversation.Failure(talk.List("told", null));
        var endless = await Conversation.Failure(talk.List("endless", null));

        Assert.Equal(
            [ForgeFailure.TooLarge, ForgeFailure.TooLarge, ForgeFailure.TooLarge],
            [expected.Failure, told.Failure, endless.Failure]);
        Assert.Equal(101, talk.Api.Requests);
    }

    [Fact]
    public static async Task One_page_that_fails_fails_the_list_and_calls_the_others_off()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x?per_page=100", Status(403));
        talk.Server.On("/x?per_page=100&page=2", Silence);

        var failure = await Conversation.Failure(talk.List("x", 200));

        Assert.Equal(ForgeFailure.Forbidden, failure.Failure);
    }

    [Fact]
    public static async Task A_page_that_stumbles_is_asked_again_and_keeps_its_place()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x?per_page=100", Status(502), Json("[1]"));
        talk.Server.On("/x?per_page=100&page=2", Json("[2]"));

        var listed = talk.List("x", 200);
        await talk.Clock.Pass(TimeSpan.FromSeconds(0.5));

        Assert.Equal([1, 2], await listed);
    }

    [Fact]
    public static async Task A_page_may_be_an_object_that_holds_the_items()
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/runs?per_page=100", Json("""{"total_count":1,"check_runs":[7]}"""));

        var runs = await talk.Api.List(
            "runs", RunsContext.Default.Runs, page => page.CheckRuns, null, CancellationToken.None);

        Assert.Equal([7], runs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("<")]
    [InlineData("<http://x")]
    [InlineData("<http://x>; rel=\"prev\"")]
    [InlineData("<http://x?page=>; rel=\"last\"")]
    public static async Task A_link_that_leads_nowhere_ends_the_list(string link)
    {
        await using var talk = await Conversation.Start();
        talk.Server.On("/x?per_page=100", Json("[1]", 200, $"Link: {link}"));

        Assert.Equal([1], await talk.List("x", null));
    }

    /// <summary>A page of one number, with the links GitHub gives: under another name of the same list.</summary>
    private static Func<HttpContext, Task> Page(Conversation talk, string list, int number, int last)
    {
        var sign = list.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var links = new List<string>();
        if (number > 1)
            links.Add($"<{talk.Server.Root}{list}{sign}per_page=100&page={number - 1}>; rel=\"prev\"");
        if (number < last)
        {
            links.Add($"<{talk.Server.Root}{list}{sign}per_page=100&page={number + 1}>; rel=\"next\"");
            links.Add($"<{talk.Server.Root}{list}{sign}per_page=100&page={last}>; rel=\"last\"");
        }

        return Json($"[{number}]", 200, $"Link: {string.Join(", ", links)}");
    }

    private static Func<HttpContext, Task> After(Func<HttpContext, Task> first, Func<HttpContext, Task> then) =>
        async context =>
        {
            await first(context);
            await then(context);
        };
}

/// <summary>A page of check runs.</summary>
public sealed record Runs(int[] CheckRuns);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Runs))]
internal sealed partial class RunsContext : JsonSerializerContext;
