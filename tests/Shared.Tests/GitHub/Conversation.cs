using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Serialization;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>A client and the server it talks to, with a clock for both.</summary>
public sealed class Conversation : IAsyncDisposable
{
    public const string Token = "ghs_canary0123456789";

    private Conversation(ScriptedServer server, GitHubConnection connection, EntityTags? tags)
    {
        Server = server;
        Connection = connection;
        Api = new(connection, Clock, tags);
    }

    public HandClock Clock { get; } = new();

    public ScriptedServer Server { get; }

    public GitHubConnection Connection { get; }

    public GitHubApi Api { get; }

    /// <param name="change">Another token source, budget …; null for the usual.</param>
    public static async Task<Conversation> Start(
        Func<GitHubConnection, GitHubConnection>? change = null,
        X509Certificate2? certificate = null,
        EntityTags? tags = null)
    {
        var server = await ScriptedServer.Start(certificate);
        var connection = new GitHubConnection
        {
            Root = server.Root,
            GraphQl = new(server.Root, "graphql"),
            Tokens = new FixedToken(new(Token)),
        };
        return new(server, change?.Invoke(connection) ?? connection, tags);
    }

    public Task<Thing> Get(string path) => Api.Get(path, ThingContext.Default.Thing, CancellationToken.None);

    public Task<IReadOnlyList<int>> List(string path, int? expected) =>
        Api.List(path, ThingContext.Default.Int32Array, expected, CancellationToken.None);

    public Task<Thing> Query(string document) =>
        Api.Query(document, "{}"u8.ToArray(), ThingContext.Default.Thing, CancellationToken.None);

    public Task Post(string path) =>
        Api.Send(HttpMethod.Post, path, Encoding.UTF8.GetBytes("""{"a":1}"""), CancellationToken.None);

    /// <summary>How a call failed, and that it did not give the token away.</summary>
    public static async Task<ForgeException> Failure(Task call)
    {
        var failure = await Assert.ThrowsAsync<ForgeException>(() => call);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        return failure;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Something with a name.</summary>
public sealed record Thing(string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Thing))]
[JsonSerializable(typeof(Thing[]))]
[JsonSerializable(typeof(int[]))]
internal sealed partial class ThingContext : JsonSerializerContext;
