using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ChangeSentinel.GitHub;

/// <summary>
/// A GitHub App speaking as itself, not as one of its installations: a fresh signed token for each request
/// (https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app).
/// </summary>
public sealed class AppIdentity : ITokenSource
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>GitHub allows ten minutes.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(9);

    private readonly string issuer;
    private readonly Secret privateKey;
    private readonly TimeProvider clock;

    /// <param name="issuer">The App's client id, or its numeric id.</param>
    /// <param name="privateKey">The PEM text that GitHub gave for the App.</param>
    public AppIdentity(string issuer, Secret privateKey, TimeProvider clock)
    {
        this.issuer = issuer;
        this.privateKey = privateKey;
        this.clock = clock;
    }

    public ValueTask<Secret> Current(CancellationToken cancellationToken)
    {
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(privateKey.Reveal());
            return new(JsonWebToken.Sign(key, Encoding.UTF8.GetBytes(Claims())));
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            throw new ForgeException(
                ForgeFailure.Unauthorized,
                "The App's private key is no private RSA key in PEM form; "
                + "give the whole file that GitHub made for it, from -----BEGIN to -----END.",
                failure);
        }
    }

    private string Claims()
    {
        var now = clock.GetUtcNow();
        var issued = (now - ClockSkew).ToUnixTimeSeconds();
        var expires = (now + Lifetime).ToUnixTimeSeconds();
        return $$"""{"iat":{{issued}},"exp":{{expires}},"iss":"{{JsonEncodedText.Encode(issuer)}}"}""";
    }
}
