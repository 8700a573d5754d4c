using System.Net;
using ChangeSentinel.Fake.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChangeSentinel.Fake.Edge;

/// <summary>
/// A GitHub at the network's edge: it listens on loopback, keeps state, gives tokens their rights, refuses what
/// GitHub refuses, and writes down every request.
/// </summary>
public sealed class FakeGitHub : IAsyncDisposable
{
    private const string ApiRoot = "/api/v3";
    private const int MostAtOnce = 100;

    private readonly WebApplication server;
    private readonly CancellationTokenSource closing = new();

    private FakeGitHub(WebApplication server)
    {
        this.server = server;
        Oidc = new(this);
        Bot = new(this);
        RestApi = new(this);
        GraphQlApi = new(this);
        Rounds = new(this);
    }

    /// <summary>`http://127.0.0.1:PORT`; stands for https://github.com.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The root of the REST API, as on GitHub Enterprise Server.</summary>
    public string Api => Url + ApiRoot;

    public string GraphQl => Url + "/api/graphql";

    public GitHubState State { get; } = new();

    public RequestLog Requests { get; } = new();

    public FaultPlan Faults { get; } = new();

    public Interruptions Interruptions { get; } = new();

    /// <summary>How long every answer takes beyond its work.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// Answers are held until no request has come for so long, so that what is asked at once counts as one round
    /// however slow the machine is; zero for answers at once.
    /// </summary>
    public TimeSpan Quiet { get; set; }

    public OidcIssuer Oidc { get; }

    public FakeBot Bot { get; }

    /// <summary>What no client of ours may do: unknown routes, requests that break GitHub's own description.</summary>
    public Complaints Complaints { get; } = new();

    internal RestApi RestApi { get; }

    internal GraphQlApi GraphQlApi { get; }

    internal Rounds Rounds { get; }

    internal CancellationToken Closing => closing.Token;

    public static async Task<FakeGitHub> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
        });
        var built = builder.Build();
        var gitHub = new FakeGitHub(built);
        built.Run(gitHub.Answer);
        await built.StartAsync();
        var addresses = built.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        gitHub.Url = addresses.Addresses.Single();
        return gitHub;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await server.DisposeAsync();
        State.Dispose();
        closing.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        var (path, query) = Split(context);
        var known = path.StartsWith(ApiRoot + "/", StringComparison.Ordinal) ? path[ApiRoot.Length..]
            : path == "/api/graphql" ? "/graphql" : path;
        var request = Requests.Begin(context.Request.Method, known + query);
        if (Requests.MostAtOnce > MostAtOnce)
            Complaints.Add($"More than {MostAtOnce} requests are open at once, which is GitHub's secondary limit.");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        request.Body = System.Text.Encoding.UTF8.GetString(body.ToArray());
        request.Authorization = context.Request.Headers.Authorization.ToString();

        Interruptions.Run(request);
        var exchange = new Exchange(this, context, request) { Path = known, Query = query };
        try
        {
            await (path == "/api/graphql" || path.StartsWith(ApiRoot + "/", StringComparison.Ordinal)
                ? exchange.AnswerApi()
                : exchange.AnswerBeside());
        }
        catch (OperationCanceledException)
        {
            // The client did not wait for the answer.
            Requests.End(request, 0);
        }
    }

    /// <summary>The path and the query as they came, escaped.</summary>
    private static (string Path, string Query) Split(HttpContext context)
    {
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (target, "") : (target[..mark], target[mark..]);
    }
}
