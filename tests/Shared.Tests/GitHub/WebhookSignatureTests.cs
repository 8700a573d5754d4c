using System.Security.Cryptography;
using System.Text;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Tests.GitHub;

public static class WebhookSignatureTests
{
    /// <summary>https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries</summary>
    private const string Documented = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private const string Key = "It's a Secret to Everybody";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("Hello, World!");

    [Fact]
    public static void GitHub_s_own_example_is_valid() => Assert.True(IsValid(Documented, Key));

    [Fact]
    public static void While_secrets_are_exchanged_the_old_and_the_new_one_are_valid()
    {
        Assert.True(IsValid(Documented, "new", Key));
        Assert.True(IsValid(Documented, Key, "new"));
        Assert.False(IsValid(Documented, "new", "newer"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17aa")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1g")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18")]
    public static void Anything_else_is_not(string? header) => Assert.False(IsValid(header, Key));

    [Fact]
    public static void Another_body_is_not() =>
        Assert.False(WebhookSignature.IsValid("Hello, World?"u8, Documented, [new(Key)]));

    [Fact]
    public static void Without_a_secret_nothing_is_valid()
    {
        var empty = Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), Body));

        Assert.False(IsValid($"sha256={empty}"));
        Assert.False(IsValid($"sha256={empty}", ""));
        Assert.False(IsValid(Documented));
    }

    private static bool IsValid(string? header, params string[] secrets) =>
        WebhookSignature.IsValid(Body, header, [.. secrets.Select(secret => new Secret(secret))]);
}
