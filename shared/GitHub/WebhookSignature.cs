using System.Security.Cryptography;
using System.Text;

namespace ChangeSentinel.GitHub;

/// <summary>
/// The proof that a webhook comes from who knows our secret: HMAC-SHA256 over the raw body
/// (https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries).
/// </summary>
public static class WebhookSignature
{
    private const string Scheme = "sha256=";

    /// <summary>Whether one of the secrets signed the body; an empty secret signs nothing.</summary>
    /// <param name="header">`X-Hub-Signature-256` as it was sent; null where it is missing.</param>
    /// <param name="secrets">One, or the old and the new one while they are exchanged.</param>
    public static bool IsValid(ReadOnlySpan<byte> body, string? header, IReadOnlyList<Secret> secrets)
    {
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> ours = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (header is null || !TryRead(header, sent))
            return false;
        var valid = false;
        foreach (var secret in secrets)
        {
            var key = Encoding.UTF8.GetBytes(secret.Reveal());
            HMACSHA256.HashData(key, body, ours);
            valid |= CryptographicOperations.FixedTimeEquals(sent, ours) && key.Length > 0;
        }

        return valid;
    }

    private static bool TryRead(string header, Span<byte> signature) =>
        header.Length == Scheme.Length + (2 * signature.Length)
        && header.StartsWith(Scheme, StringComparison.Ordinal)
        && Convert.FromHexString(header.AsSpan(Scheme.Length), signature, out _, out _)
            == System.Buffers.OperationStatus.Done;
}
