using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChangeSentinel.Fake.Edge;

/// <summary>One request and its answer, with everything GitHub puts around an answer.</summary>
internal sealed class Exchange(FakeGitHub gitHub, HttpContext context, RecordedRequest request)
{
    private const string OnlyVersion = "2022-11-28";

    /// <summary>Below the API's root, escaped.</summary>
    public required string Path { get; init; }

    /// <summary>With its question mark; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>Answers for the REST and GraphQL APIs.</summary>
    public async Task AnswerApi()
    {
        var fault = gitHub.Faults.Take(request.Method, Path);
        if (fault is Fault.Silent)
        {
            await Silence();
            return;
        }

        gitHub.Rounds.Work();
        var answer = fault is null or Fault.Truncated or Fault.Broken ? Decide() : FaultAnswers.Of(fault);
        await Pace.Hold(gitHub, context.RequestAborted);
        if (fault is not null)
            FaultAnswers.Headers(context.Response.Headers, fault, gitHub.State.Now);
        await Send(answer, fault);
    }

    /// <summary>Answers for what stands beside the APIs: the token issuer and the bot.</summary>
    public async Task AnswerBeside()
    {
        if (gitHub.Bot.Hears(Path))
        {
            if (gitHub.Bot.IsSilent)
            {
                await Silence();
                return;
            }

            await Send(gitHub.Bot.Answer(request), null);
            return;
        }

        var answer = gitHub.Oidc.Answer(Call(null), request.Authorization);
        if (answer is null)
            gitHub.Complaints.Add($"Nothing answers {request.Method} {request.Path}");
        await Send(answer ?? new(404, null), null);
    }

    private Answer Decide()
    {
        try
        {
            lock (gitHub.State.Gate)
                return Decide(Identity.Authenticate.Read(gitHub, request.Authorization));
        }
        catch (RefusedException refusal)
        {
            return new(refusal.Status, refusal.Body());
        }
        catch (Exception broken) when (broken is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            gitHub.Complaints.Add($"The fake itself broke at {request.Method} {request.Path}: {broken}");
            return new(500, null);
        }
    }

    private Answer Decide(Token? token)
    {
        if (context.Request.Headers.UserAgent.Count == 0)
            throw new RefusedException(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.");
        if (context.Request.Headers["X-GitHub-Api-Version"] is [{ } version] && version != OnlyVersion)
            throw new RefusedException(400, $"Version {version} is not supported.");
        if (token is not null)
            Count(token);

        var answer = Path == "/graphql" ? gitHub.GraphQlApi.Answer(Call(token)) : gitHub.RestApi.Answer(Call(token), Path);
        return Unchanged(answer, token) ? new(304, null) : answer;
    }

    private Call Call(Token? token) => new(gitHub, request.Method, Path)
    {
        Token = token,
        Query = ReadQuery(),
        Accept = context.Request.Headers.Accept.ToString(),
        Body = ReadBody(),
        Named = gitHub.RestApi.Named(Path),
    };

    private Dictionary<string, string> ReadQuery() => Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Unescape(pair[0]), pair => pair.Length > 1 ? Unescape(pair[1]) : "");

    private static string Unescape(string text) =>
        Uri.UnescapeDataString(text.Replace('+', ' '));

    private JsonElement ReadBody()
    {
        if (request.Body.Length == 0)
            return default;
        try
        {
            return JsonElement.Parse(request.Body);
        }
        catch (JsonException)
        {
            throw new RefusedException(400, "Problems parsing JSON");
        }
    }

    private void Count(Token token)
    {
        if (token.Used >= token.Limit)
            throw new RefusedException(403, $"API rate limit exceeded for installation ID {token.Actor.Id}.");
        if (Path != "/rate_limit")
            token.Used++;
        Limits(token);
    }

    private void Limits(Token token)
    {
        var headers = context.Response.Headers;
        void Say(string name, long value) =>
            headers["x-ratelimit-" + name] = value.ToString(CultureInfo.InvariantCulture);
        Say("limit", token.Limit);
        Say("remaining", Math.Max(0, token.Limit - token.Used));
        Say("used", token.Used);
        Say("reset", gitHub.State.Now.AddHours(1).ToUnixTimeSeconds());
        headers["x-ratelimit-resource"] = Path == "/graphql" ? "graphql" : "core";
    }

    /// <summary>Whether the client has this answer already; such a request costs nothing.</summary>
    private bool Unchanged(Answer answer, Token? token)
    {
        if (request.Method != "GET" || answer.Status != 200 || answer.Body is null)
            return false;
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Bytes(answer)))}\"";
        context.Response.Headers.ETag = tag;
        var same = context.Request.Headers.IfNoneMatch.ToString() == tag;
        if (same && token is not null)
        {
            token.Used--;
            Limits(token);
        }

        return same;
    }

    private async Task Send(Answer answer, Fault? fault)
    {
        var bytes = answer.Status == 304 ? [] : Bytes(answer);
        var sent = fault is Fault.Truncated or Fault.Broken ? bytes[..(bytes.Length / 2)] : bytes;
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = gitHub.State.Time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        if (answer.Link is { } link)
            response.Headers.Link = link;
        if (answer.Location is { } location)
            response.Headers.Location = location;
        if (bytes.Length > 0)
            response.ContentType = answer.Raw is null ? "application/json; charset=utf-8" : "application/octet-stream";
        if (answer.Status is not (204 or 304))
            response.ContentLength = fault is Fault.Broken ? bytes.Length : sent.Length;
        gitHub.Requests.End(request, answer.Status);
        try
        {
            if (sent.Length > 0)
                await response.Body.WriteAsync(sent, context.RequestAborted);
            if (fault is Fault.Broken)
                context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
    }

    private async Task Silence()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, gitHub.Closing);
        var never = new TaskCompletionSource();
        await using (gone.Token.Register(() => never.TrySetResult()))
            await never.Task;
        gitHub.Requests.End(request, 0);
        context.Abort();
    }

    private static byte[] Bytes(Answer answer) =>
        answer.Raw ?? (answer.Body is { } body ? Encoding.UTF8.GetBytes(body.ToJsonString(Json.Plain)) : []);
}
