using System.Buffers.Text;
using System.Security.Cryptography;

namespace ChangeSentinel.Fake.Identity;

/// <summary>
/// The issuer of identity tokens for jobs: it gives one to whoever shows the job's request token, and publishes the
/// key they are signed with.
/// </summary>
public sealed class OidcIssuer
{
    private const string KeyName = "fake-key-1";
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(2048));

    private readonly FakeGitHub gitHub;

    internal OidcIssuer(FakeGitHub gitHub) => this.gitHub = gitHub;

    public string Issuer => gitHub.Url + "/oidc";

    /// <summary>`ACTIONS_ID_TOKEN_REQUEST_URL`: it has a query already.</summary>
    public string RequestUrl => Issuer + "/token?api-version=2.0";

    /// <summary>`ACTIONS_ID_TOKEN_REQUEST_TOKEN`.</summary>
    public string RequestToken { get; } = GitHubState.Random();

    /// <summary>What a token says beside issuer, audience and times: `repository_id`, `event_name`, `ref`.</summary>
    public IDictionary<string, string> Claims { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A token of this issuer, for tests of whoever receives one.</summary>
    public string Sign(string audience)
    {
        var now = gitHub.State.Now.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = audience,
            ["iat"] = now,
            ["nbf"] = now - 300,
            ["exp"] = now + 300,
            ["jti"] = GitHubState.Random(),
        };
        foreach (var (name, value) in Claims)
            claims[name] = value;
        return Signing.Sign(Key.Value, KeyName, claims);
    }

    /// <summary>The claims of a token of this issuer; null where it is none.</summary>
    public static JsonElement? Verify(string token) => Signing.Verify(Key.Value, token);

    /// <summary>Null where the path is not the issuer's.</summary>
    internal Answer? Answer(Call call, string authorization) => call.Path switch
    {
        "/oidc/.well-known/openid-configuration" => Edge.Answer.Ok(new JsonObject
        {
            ["issuer"] = Issuer,
            ["jwks_uri"] = Issuer + "/.well-known/jwks",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }),
        "/oidc/.well-known/jwks" => Edge.Answer.Ok(new JsonObject { ["keys"] = new JsonArray(PublicKey()) }),
        "/oidc/token" when !authorization.Equals("bearer " + RequestToken, StringComparison.OrdinalIgnoreCase) =>
            new(401, new JsonObject { ["message"] = "Unauthorized" }),
        "/oidc/token" => Edge.Answer.Ok(new JsonObject
        {
            ["value"] = Sign(call.Query.GetValueOrDefault("audience", gitHub.Url)),
        }),
        _ => null,
    };

    private static JsonObject PublicKey()
    {
        var key = Key.Value.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = KeyName,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
    }
}
