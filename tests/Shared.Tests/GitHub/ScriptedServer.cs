using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>What a server saw of one request.</summary>
public sealed record SeenRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A server on this machine that answers what a test wrote down, and remembers what it was asked.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> scripts = new();
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly SemaphoreSlim arrivals = new(0);

    private ScriptedServer(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        });
        application = builder.Build();
        application.Run(Answer);
    }

    /// <summary>`http://127.0.0.1:PORT/`.</summary>
    public Uri Root => new(application.Urls.First() + "/");

    /// <summary>In the order of their arrival.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    public IEnumerable<string> Targets => seen.Select(request => request.Target);

    public static async Task<ScriptedServer> Start(X509Certificate2? certificate = null)
    {
        var server = new ScriptedServer(certificate);
        await server.application.StartAsync();
        return server;
    }

    /// <summary>Answers in turn to a path and query; the last one goes on for ever.</summary>
    public void On(string target, params Func<HttpContext, Task>[] answers) => scripts[target] = new(answers);

    /// <summary>Holds requests back until this many are there at once.</summary>
    public static Func<HttpContext, Task> Together(int many)
    {
        var waiting = 0;
        var complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _ =>
        {
            if (Interlocked.Increment(ref waiting) == many)
                complete.SetResult();
            return complete.Task;
        };
    }

    /// <summary>Waits for the next request that nobody has waited for yet.</summary>
    public Task Arrival() => arrivals.WaitAsync();

    /// <param name="headers">`Name: value`.</param>
    public static Func<HttpContext, Task> Json(
        string body, int status = 200, params string[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            context.Response.Headers.Append(header[..colon], header[(colon + 1)..].Trim());
        }

        if (status is not (204 or 304))
            await context.Response.WriteAsync(body);
    };

    public static Func<HttpContext, Task> Status(int status, params string[] headers) => Json("", status, headers);

    /// <summary>Says nothing until the client goes away.</summary>
    public static Task Silence(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    /// <summary>Starts a body and says nothing more until the client goes away.</summary>
    public static async Task Stall(HttpContext context)
    {
        await context.Response.WriteAsync("{\"name\":");
        await context.Response.Body.FlushAsync();
        await Silence(context);
    }

    /// <summary>Promises more than it sends, and closes.</summary>
    public static async Task BreakOff(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"name\":");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Closes without a word.</summary>
    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>As many blanks as wanted, packed or not.</summary>
    public static Func<HttpContext, Task> Blanks(int mebibytes, bool packed) => async context =>
    {
        if (packed)
            context.Response.Headers.ContentEncoding = "gzip";
        await using var stream = packed
            ? new GZipStream(context.Response.Body, CompressionLevel.Fastest) : context.Response.Body;
        var blanks = new byte[1 << 20];
        Array.Fill(blanks, (byte)' ');
        for (var sent = 0; sent < mebibytes && !context.RequestAborted.IsCancellationRequested; sent++)
            await stream.WriteAsync(blanks);
    };

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await application.StopAsync(atOnce.Token);
        await application.DisposeAsync();
        arrivals.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var target = context.Request.Path + context.Request.QueryString.ToString();
        seen.Enqueue(new(
            context.Request.Method,
            target,
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));
        arrivals.Release();
        if (!scripts.TryGetValue(target, out var answers))
        {
            context.Response.StatusCode = 599;
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"no script for {target}"));
            return;
        }

        if (!(answers.Count > 1 ? answers.TryDequeue(out var answer) : answers.TryPeek(out answer)))
            throw new InvalidOperationException("A script has at least one answer.");
        await answer(context);
    }
}
