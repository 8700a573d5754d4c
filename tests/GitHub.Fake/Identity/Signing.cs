using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ChangeSentinel.Fake.Identity;

/// <summary>JSON web tokens with RS256, written apart from the code under test.</summary>
public static class Signing
{
    /// <param name="kid">The key's name in its issuer's set.</param>
    public static string Sign(RSA key, string kid, JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = kid };
        var text = $"{Encode(header.ToJsonString())}.{Encode(claims.ToJsonString())}";
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The claims; null for no token, another algorithm, or a token this key did not sign.</summary>
    public static JsonElement? Verify(RSA key, string token)
    {
        if (token.Split('.') is not [var header, var claims, var signature])
            return null;
        try
        {
            if (Call.Text(JsonElement.Parse(Decode(header)), "alg") != "RS256")
                return null;
            var signed = Encoding.ASCII.GetBytes($"{header}.{claims}");
            return key.VerifyData(signed, Decode(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                ? JsonElement.Parse(Decode(claims)) : null;
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Claims that nobody has checked yet; null where the text is no token.</summary>
    internal static JsonElement? Peek(string token)
    {
        try
        {
            return token.Split('.') is [_, var claims, _] ? JsonElement.Parse(Decode(claims)) : null;
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static byte[] Decode(string text) => Base64Url.DecodeFromChars(text);
}
