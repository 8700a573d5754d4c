using System.Buffers;
using System.Text.Json;

namespace ChangeSentinel.GitHub;

/// <summary>An installation of a GitHub App, and how much of what it may do a token is made for.</summary>
public sealed record AppInstallation(long Id)
{
    /// <summary>Names without their owner; empty for every repository of the installation.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    /// <summary>`checks` → `write`; empty for everything the installation grants.</summary>
    public IReadOnlyDictionary<string, string> Permissions { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>
/// The token of an App's installation: made when it is first asked for, kept until ten minutes before it expires,
/// and made once for everybody who waits for it.
/// </summary>
public sealed class AppToken : ITokenSource, IDisposable
{
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(10);

    private readonly Lock exchanging = new();
    private readonly AppInstallation installation;
    private readonly TimeProvider clock;
    private readonly GitHubApi api;
    private Task<InstallationTokenReply>? making;

    /// <param name="connection">Where GitHub is; its token source is not used.</param>
    public AppToken(AppIdentity app, AppInstallation installation, GitHubConnection connection, TimeProvider clock)
    {
        this.installation = installation;
        this.clock = clock;
        api = new(connection with { Tokens = app }, clock);
    }

    public async ValueTask<Secret> Current(CancellationToken cancellationToken)
    {
        Task<InstallationTokenReply> current;
        lock (exchanging)
            current = making = IsFresh(making) ? making : Make();
        var reply = await current.WaitAsync(cancellationToken);
        return new(reply.Token);
    }

    public void Dispose() => api.Dispose();

    /// <summary>One that is still being made counts as fresh; one that failed does not.</summary>
    private bool IsFresh([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] Task<InstallationTokenReply>? made)
    {
        if (made is null || made.IsFaulted || made.IsCanceled)
            return false;
#pragma warning disable CA1849 // It has ended.
        return !made.IsCompleted || made.Result.ExpiresAt - Reserve > clock.GetUtcNow();
#pragma warning restore CA1849
    }

    /// <summary>Who asked first may leave; the others still want it, and the budget ends it.</summary>
    private Task<InstallationTokenReply> Make() =>
        api.Repeat(
            $"app/installations/{installation.Id}/access_tokens",
            Wanted(),
            TokenRepliesContext.Default.InstallationTokenReply,
            CancellationToken.None);

    private ReadOnlyMemory<byte> Wanted()
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        if (installation.Repositories.Count > 0)
        {
            json.WriteStartArray("repositories");
            foreach (var name in installation.Repositories)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        if (installation.Permissions.Count > 0)
        {
            json.WriteStartObject("permissions");
            foreach (var (name, level) in installation.Permissions)
                json.WriteString(name, level);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
