using System.Buffers;
using System.Net;
using System.Text.Json;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>
/// What a bot is told: to decide a change again. It believes nothing else of it and reads all itself.
/// </summary>
/// <param name="Repository">`owner/name`.</param>
/// <param name="Number">The pull request's number; null for the group of a merge queue.</param>
/// <param name="Head">The commit as the sender knows it; null where it doesn't.</param>
public sealed record BotSignal(string Repository, int? Number, Sha? Head);

/// <summary>Tells a bot, again and again within the budget, until it has heard.</summary>
public sealed class SignalBot
{
    private const int MostTries = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly Uri address;
    private readonly GitHubConnection connection;
    private readonly TimeProvider clock;

    /// <param name="address">Where signals are posted to; https, or http on this machine.</param>
    /// <param name="connection">Its tokens, roots and budget hold. Each try asks for a token of its own, because a bot
    /// takes a token once.</param>
    public SignalBot(Uri address, GitHubConnection connection, TimeProvider clock)
    {
        this.address = address;
        this.connection = connection;
        this.clock = clock;
    }

    /// <exception cref="ForgeException">There is no token, or the bot did not take the signal.</exception>
    public async Task Send(BotSignal signal, CancellationToken cancellationToken)
    {
        using var http = OpenConnections.To(connection);
        var deadline = new Deadline(clock, connection.Budget);
        var body = Body(signal);
        var pause = FirstPause;
        for (var tries = 1; ; tries++)
        {
            var token = await connection.Tokens.Current(cancellationToken);
            if (await Try(http, token, body, cancellationToken) is not { } setback)
                return;
            if (setback.Wait is null || tries == MostTries || pause >= deadline.Left)
                throw new ForgeException(setback.Failure, $"{setback.Message} It was tried {tries} times.");
            await Task.Delay(pause, clock, cancellationToken);
            pause = pause < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static ReadOnlyMemory<byte> Body(BotSignal signal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("repository", signal.Repository);
            if (signal.Number is { } number)
                json.WriteNumber("number", number);
            else
                json.WriteNull("number");
            json.WriteString("head", signal.Head?.ToString());
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Null where the bot has heard.</summary>
    private async Task<Setback?> Try(
        HttpMessageInvoker http, Secret token, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            using var request = Compose(token, body);
            using var reply = await http.SendAsync(request, either.Token);
            return reply.IsSuccessStatusCode ? null : Judge(reply.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Again($"The bot at {address} said nothing for {Silence.TotalSeconds} s.");
        }
        catch (HttpRequestException)
        {
            return Again(
                $"The bot at {address} can't be reached; look at the input bot-url, at ca-bundle, and behind a proxy "
                + "at HTTPS_PROXY and NO_PROXY.");
        }
    }

    private HttpRequestMessage Compose(Secret token, ReadOnlyMemory<byte> body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token.Reveal()}");
        request.Headers.TryAddWithoutValidation("User-Agent", connection.UserAgent);
        return request;
    }

    private Setback Judge(HttpStatusCode status) => status switch
    {
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            Again($"The bot at {address} answered {(int)status}."),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
            ForgeFailure.Forbidden,
            $"The bot at {address} answered {(int)status}: it does not take signals from this repository, or the input "
            + "bot-audience is not what it expects."),
        HttpStatusCode.NotFound => new(
            ForgeFailure.NotFound, $"The bot at {address} answered 404; look at the input bot-url."),
        _ => new(ForgeFailure.Refused, $"The bot at {address} answered {(int)status}; it did not take the signal."),
    };

    private static Setback Again(string message) =>
        new(ForgeFailure.Unavailable, message) { Wait = FirstPause };
}
