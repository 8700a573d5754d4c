using System.Collections.Concurrent;

namespace ChangeSentinel.Fake.Identity;

/// <summary>What stood in a signal.</summary>
public sealed record Signal(JsonElement Body, string Authorization)
{
    /// <summary>The claims of its identity token; null where it carries none of ours.</summary>
    public JsonElement? Claims =>
        Authorization.Split(' ', 2) is [_, var token] ? OidcIssuer.Verify(token) : null;
}

/// <summary>How the bot answers.</summary>
public enum BotMood
{
    /// <summary>202 for a token of our issuer, 401 otherwise.</summary>
    Well,
    Unauthorized,
    Unavailable,
    Silent,
}

/// <summary>Stands for the bot: it hears signals and remembers them.</summary>
public sealed class FakeBot
{
    private readonly FakeGitHub gitHub;
    private readonly ConcurrentQueue<Signal> signals = new();

    internal FakeBot(FakeGitHub gitHub) => this.gitHub = gitHub;

    /// <summary>What `bot-url` is set to; signals go below it.</summary>
    public string Url => gitHub.Url;

    public BotMood Mood { get; set; }

    /// <summary>Those that were accepted.</summary>
    public IReadOnlyList<Signal> Signals => [.. signals];

    internal bool Hears(string path) => path == "/signals";

    internal bool IsSilent => Mood == BotMood.Silent;

    internal Answer Answer(RecordedRequest request)
    {
        if (Mood == BotMood.Unavailable)
            return new(503, null);
        if (request.Method != "POST")
            return new(405, null);
        Signal signal;
        try
        {
            signal = new(JsonElement.Parse(request.Body), request.Authorization);
        }
        catch (JsonException)
        {
            return new(400, null);
        }

        if (Mood == BotMood.Unauthorized || signal.Claims is null)
            return new(401, new JsonObject { ["message"] = "The token is not one of a job that may signal." });
        signals.Enqueue(signal);
        return new(202, null);
    }
}
