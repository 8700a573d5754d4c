using System.Security.Cryptography;

namespace ChangeSentinel.Fake.Identity;

/// <summary>Who a request's Authorization header says it comes from.</summary>
internal static class Authenticate
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);

    /// <summary>Null for nobody.</summary>
    /// <exception cref="RefusedException">401 where the header says somebody who is not known.</exception>
    public static Token? Read(FakeGitHub gitHub, string header)
    {
        if (header.Length == 0)
            return null;
        if (header.Split(' ', 2) is not [var scheme, var text]
            || !(scheme.Equals("bearer", StringComparison.OrdinalIgnoreCase) || scheme.Equals("token", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(401, "Bad credentials");
        if (text.Count(letter => letter == '.') == 2)
            return ReadApp(gitHub.State, text);
        var token = gitHub.State.Tokens.FirstOrDefault(one => one.Text == text);
        return token is not null && !(token.ExpiresAt < gitHub.State.Now) ? token : throw new RefusedException(401, "Bad credentials");
    }

    /// <summary>An App's own web token, checked against the key the App was registered with.</summary>
    private static Token ReadApp(GitHubState state, string text)
    {
        var issuer = Signing.Peek(text) is { } peeked && peeked.TryGetProperty("iss", out var iss) ? iss.ToString() : null;
        var app = state.Apps.FirstOrDefault(one => one.PublicKey is not null && (one.ClientId == issuer || $"{one.Id}" == issuer))
            ?? throw new RefusedException(401, "A JSON web token could not be decoded");
        using var key = RSA.Create();
        key.ImportFromPem(app.PublicKey);
        var claims = Signing.Verify(key, text) ?? throw new RefusedException(401, "A JSON web token could not be decoded");

        var now = state.Now;
        if (!Time(claims, "exp", out var expires))
            throw new RefusedException(401, "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
        if (expires <= now)
            throw new RefusedException(401, "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
        if (expires > now + LongestLife)
            throw new RefusedException(401, "'Expiration time' claim ('exp') is too far in the future");
        if (!Time(claims, "iat", out var issued) || issued > now)
            throw new RefusedException(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
        return new(text, app.Bot) { Permissions = Permissions.None, App = app, IsApp = true };
    }

    private static bool Time(JsonElement claims, string name, out DateTimeOffset time)
    {
        time = default;
        if (!claims.TryGetProperty(name, out var value) || !value.TryGetInt64(out var seconds))
            return false;
        time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }
}
