using System.Buffers.Text;
using System.Security.Cryptography;

namespace ChangeSentinel.GitHub;

/// <summary>Makes signed JSON Web Tokens in the compact form (RFC 7515), RS256 alone.</summary>
public static class JsonWebToken
{
    /// <param name="claims">A JSON object in UTF-8.</param>
    public static Secret Sign(RSA key, ReadOnlySpan<byte> claims)
    {
        var head = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8);
        var signed = $"{head}.{Base64Url.EncodeToString(claims)}";
        var signature = key.SignData(
            System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new($"{signed}.{Base64Url.EncodeToString(signature)}");
    }
}
