using System.Net;
using System.Security.Authentication;
using System.Text.Json;

namespace ChangeSentinel.GitHub;

/// <summary>One pool of connections to one GitHub: sends a request once and reads what comes back.</summary>
internal sealed class Exchange : IDisposable
{
    private const int MostAtOnce = 50;
    private const int MostRedirects = 3;
    private const int MostErrorBytes = 1 << 16;

    /// <summary>Of one answer, unpacked; GitHub's largest, a tree, has 7 MB.</summary>
    private const long MostBytes = 32L << 20;

    private readonly SemaphoreSlim slots = new(MostAtOnce);
    private readonly HttpMessageInvoker http;
    private readonly GitHubConnection connection;
    private readonly TimeProvider clock;
    private readonly EntityTags? tags;
    private readonly Limits limits;
    private readonly JudgeReply judge;
    private int requests;

    public Exchange(GitHubConnection connection, TimeProvider clock, EntityTags? tags)
    {
        this.connection = connection;
        this.clock = clock;
        this.tags = tags;
        limits = new(clock);
        judge = new(limits);
        http = OpenConnections.To(connection);
    }

    /// <summary>How many were sent, redirects and further tries among them.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <exception cref="ForgeException">There is no token, or the answer is too large.</exception>
    public async ValueTask<Answer> Try(Call call, CancellationToken cancellationToken)
    {
        if (limits.Standing(call) is { } limited)
            return new() { Setback = limited };
        var token = await connection.Tokens.Current(cancellationToken);
        await slots.WaitAsync(cancellationToken);
        using var patience = new Patience(clock, call.Deadline, cancellationToken);
        try
        {
            return await Follow(call, token, patience);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var silence = Patience.Silence.TotalSeconds;
            return Unavailable(call, $"GitHub said nothing for {silence} s when it was asked for {call.Request.Name}.");
        }
        catch (HttpRequestException failure)
        {
            return new() { Setback = Unreachable(call, failure) };
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException)
        {
            return Unavailable(call, $"GitHub's answer to {call.Request.Name} is cut off or not what it documents.");
        }
        catch (IOException)
        {
            return Unavailable(call, $"The connection to GitHub broke while it answered {call.Request.Name}.");
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        slots.Dispose();
    }

    private async Task<Answer> Follow(Call call, Secret token, Patience patience)
    {
        var address = call.Request.Address;
        for (var redirects = 0; ; redirects++)
        {
            var kept = call.Request is { Type: not null, IsGraphQl: false } && call.Request.Method == HttpMethod.Get
                ? tags?.Find(call.Request.Address) : null;
            using var request = Compose(call.Request, address, token, kept);
            patience.Renew();
            Interlocked.Increment(ref requests);
            using var reply = await http.SendAsync(request, patience.Token);
            if (reply.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return await Read(call, reply, new(token, kept, patience));
            if (redirects == MostRedirects || Target(address, reply) is not { } target)
                return new() { Setback = Astray(call, address) };
            address = target;
        }
    }

    private HttpRequestMessage Compose(GitHubRequest asked, Uri address, Secret token, TaggedAnswer? kept)
    {
        if (token.Reveal().AsSpan().ContainsAnyExceptInRange('!', '~') || token.Reveal().Length == 0)
            throw new ForgeException(
                ForgeFailure.Unauthorized,
                "The token for GitHub is empty or holds a blank or another character that no token has; "
                + "give it whole and without line breaks.");
        var request = new HttpRequestMessage(asked.Method, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        var headers = request.Headers;
        headers.TryAddWithoutValidation("Authorization", $"Bearer {token.Reveal()}");
        headers.TryAddWithoutValidation("Accept", "application/vnd.github+json, application/json");
        headers.TryAddWithoutValidation("User-Agent", connection.UserAgent);
        headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
        if (kept is not null)
            headers.TryAddWithoutValidation("If-None-Match", kept.Tag);
        if (asked.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        }

        return request;
    }

    private async Task<Answer> Read(Call call, HttpResponseMessage reply, Reading reading)
    {
        if (reply.StatusCode == HttpStatusCode.NotModified && reading.Kept is { } kept)
            return kept.Answer;
        if (reply.IsSuccessStatusCode && call.Request.Type is null)
            return new();
        if (call.Tries > 1 && call.Request.Method == HttpMethod.Delete
            && reply.StatusCode == HttpStatusCode.NotFound)
            return new();
        var token = reading.Patience.Token;
        await using var body = new BoundedStream(
            await reply.Content.ReadAsStreamAsync(token), MostBytes, reading.Patience.Renew);
        if (!reply.IsSuccessStatusCode)
            return new() { Setback = judge.Of(call, reply, await ReadStart(body, token), reading.Secret) };
        if (call.Request.IsGraphQl)
            return await ReadGraphQl(call, reply, body, reading);
        var value = await JsonSerializer.DeserializeAsync(body, call.Request.Type!, token) ?? throw new JsonException();
        var answer = new Answer
        {
            Value = value,
            Links = PageLinks.Read(Limits.Named(reply.Headers.NonValidated, "Link")),
        };
        if (call.Request.Method == HttpMethod.Get && Limits.Named(reply.Headers.NonValidated, "ETag") is { } tag)
            tags?.Keep(new(call.Request.Address, tag, answer, body.Count));
        return answer;
    }

    private async Task<Answer> ReadGraphQl(
        Call call, HttpResponseMessage reply, BoundedStream body, Reading reading)
    {
        using var whole = new MemoryStream();
        await body.CopyToAsync(whole, reading.Patience.Token);
        var said = GraphQlReply.Read(whole.GetBuffer().AsMemory(0, (int)whole.Length), call.Request.Type!);
        if (said.Error is not { } error)
            return new() { Value = said.Data };
        if (said.Failure == ForgeFailure.Limited)
            return new() { Setback = limits.ReadGraphQl(call, reply.Headers.NonValidated) };
        var message = $"GitHub answered {call.Request.Name} with {JudgeReply.Quote(error, reading.Secret)}.";
        return said.Failure == ForgeFailure.Unavailable
            ? Unavailable(call, message) : new() { Setback = new(said.Failure, message) };
    }

    /// <summary>An error is told in the first few kilobytes.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadStart(BoundedStream body, CancellationToken cancellationToken)
    {
        var start = new byte[MostErrorBytes];
        var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return start.AsMemory(0, length);
    }

    /// <summary>Where a redirect leads; null where the token must not follow.</summary>
    private static Uri? Target(Uri from, HttpResponseMessage reply) =>
        Limits.Named(reply.Headers.NonValidated, "Location") is { } location
        && Uri.TryCreate(from, location, out var target) && ReadAddress.IsSameOrigin(from, target)
        && target.UserInfo.Length == 0
            ? target : null;

    private static Setback Astray(Call call, Uri at) => new(
        ForgeFailure.Unavailable,
        $"GitHub sends {call.Request.Name} to another server or in circles, and the token does not follow there; "
        + $"set GITHUB_API_URL to the address that {at.Host} really has.");

    private static Answer Unavailable(Call call, string message) =>
        new() { Setback = JudgeReply.Unavailable(call, message) };

    private Setback Unreachable(Call call, HttpRequestException failure)
    {
        var host = connection.Root.Authority;
        if (failure.InnerException is AuthenticationException)
            return new(
                ForgeFailure.Unavailable,
                $"The certificate of {host} is not trusted or does not fit; give the authority that signed it as "
                + "the input ca-bundle.");
        var reached = failure.HttpRequestError is not (HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError);
        return reached
            ? JudgeReply.Unavailable(call, $"The connection to GitHub broke at {call.Request.Name}.")
            : JudgeReply.Unavailable(
                call,
                $"GitHub can't be reached at {host}; look at GITHUB_API_URL and, behind a proxy, at HTTPS_PROXY and "
                + "NO_PROXY.",
                wasSent: false);
    }

    /// <summary>What reading an answer needs beside the answer.</summary>
    private sealed record Reading(Secret Secret, TaggedAnswer? Kept, Patience Patience);
}
