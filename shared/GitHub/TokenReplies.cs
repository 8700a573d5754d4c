using System.Text.Json.Serialization;

namespace ChangeSentinel.GitHub;

/// <summary>
/// The answer to `POST app/installations/{id}/access_tokens`
/// (https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app).
/// </summary>
internal sealed record InstallationTokenReply(string Token, DateTimeOffset ExpiresAt);

/// <summary>
/// The runner's answer to a request for an identity token
/// (https://docs.github.com/en/actions/reference/security/oidc).
/// </summary>
internal sealed record IdentityTokenReply(string Value);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InstallationTokenReply))]
[JsonSerializable(typeof(IdentityTokenReply))]
internal sealed partial class TokenRepliesContext : JsonSerializerContext;
