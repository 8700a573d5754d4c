using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChangeSentinel.GitHub;
using Microsoft.AspNetCore.Http;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app</summary>
public sealed class AppTokenTests : IDisposable
{
    private const string Exchange = "/app/installations/42/access_tokens";
    private readonly RSA key = RSA.Create(2048);

    [Fact]
    public async Task The_App_s_token_is_signed_as_openssl_verifies_and_lives_less_than_ten_minutes()
    {
        var clock = new HandClock();
        var app = new AppIdentity("Iv1.\"client\"", new(key.ExportRSAPrivateKeyPem()), clock);

        var parts = (await app.Current(CancellationToken.None)).Reveal().Split('.');

        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal("""{"alg":"RS256","typ":"JWT"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        Assert.Equal("Iv1.\"client\"", claims.GetProperty("iss").GetString());
        Assert.Equal(now - 60, claims.GetProperty("iat").GetInt64());
        Assert.Equal(now + 540, claims.GetProperty("exp").GetInt64());
        Assert.Equal("Verified OK", Verify($"{parts[0]}.{parts[1]}", Base64Url.DecodeFromChars(parts[2])));
        Assert.NotEqual("Verified OK", Verify($"{parts[0]}.{parts[1]}x", Base64Url.DecodeFromChars(parts[2])));
    }

    [Fact]
    public async Task It_is_exchanged_once_for_everybody_and_kept_until_ten_minutes_before_its_end()
    {
        await using var talk = await Conversation.Start();
        using var tokens = Tokens(talk);
        talk.Server.On(
            Exchange,
            Made("ghs_first", talk.Clock.GetUtcNow().AddHours(1)),
            Made("ghs_second", talk.Clock.GetUtcNow().AddHours(2)));

        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Current(tokens)));
        talk.Clock.Advance(TimeSpan.FromMinutes(49));
        var kept = await Current(tokens);
        talk.Clock.Advance(TimeSpan.FromMinutes(1));
        var next = await Current(tokens);

        Assert.All(first, token => Assert.Equal("ghs_first", token));
        Assert.Equal(("ghs_first", "ghs_second"), (kept, next));
        Assert.Equal(2, talk.Server.Seen.Count);
    }

    [Fact]
    public async Task It_is_asked_for_with_the_App_s_own_token_and_no_more_than_is_needed()
    {
        await using var talk = await Conversation.Start();
        using var tokens = new AppToken(
            new("7", new(key.ExportPkcs8PrivateKeyPem()), talk.Clock),
            new(42)
            {
                Repositories = ["r"],
                Permissions = new Dictionary<string, string> { ["checks"] = "write", ["contents"] = "read" },
            },
            talk.Connection,
            talk.Clock);
        talk.Server.On(Exchange, Made("ghs_narrow", talk.Clock.GetUtcNow().AddHours(1)));

        await Current(tokens);

        var seen = Assert.Single(talk.Server.Seen);
        Assert.Equal("POST", seen.Method);
        Assert.Equal("""{"repositories":["r"],"permissions":{"checks":"write","contents":"read"}}""", seen.Body);
        Assert.StartsWith("Bearer ey", seen.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_tried_again_within_the_budget_and_not_kept()
    {
        await using var talk = await Conversation.Start();
        ITokenSource tokens = Tokens(talk);
        talk.Server.On(
            Exchange,
            Status(404),
            Status(502),
            Made("ghs_late", talk.Clock.GetUtcNow().AddHours(1)));

        var failure = await Conversation.Failure(Current(tokens));
        var asked = Current(tokens);
        await talk.Clock.Pass(TimeSpan.FromSeconds(0.5));

        Assert.Equal(ForgeFailure.NotFound, failure.Failure);
        Assert.Equal("ghs_late", await asked);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_take_it_from_the_others()
    {
        await using var talk = await Conversation.Start();
        ITokenSource tokens = Tokens(talk);
        using var stop = new CancellationTokenSource();
        var held = Together(2);
        talk.Server.On(Exchange, async context =>
        {
            await held(context);
            await Made("ghs_shared", talk.Clock.GetUtcNow().AddHours(1))(context);
        });

        var leaving = Current(tokens, stop.Token);
        var staying = Current(tokens);
        await talk.Server.Arrival();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        await held(new DefaultHttpContext());

        Assert.Equal("ghs_shared", await staying);
    }

    [Theory]
    [InlineData("canary")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nbm90aGluZw==\n-----END RSA PRIVATE KEY-----")]
    [InlineData("public")]
    public async Task A_key_that_is_none_is_told_without_showing_it(string pem)
    {
        await using var talk = await Conversation.Start();
        var text = pem == "public" ? key.ExportSubjectPublicKeyInfoPem() : pem;
        using var tokens = new AppToken(new("7", new(text), talk.Clock), new(42), talk.Connection, talk.Clock);

        var failure = await Conversation.Failure(Current(tokens));

        Assert.Equal(ForgeFailure.Unauthorized, failure.Failure);
        Assert.Contains("private key", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => key.Dispose();

    private AppToken Tokens(Conversation talk) =>
        new(new("7", new(key.ExportRSAPrivateKeyPem()), talk.Clock), new(42), talk.Connection, talk.Clock);

    private static async Task<string> Current(ITokenSource tokens, CancellationToken cancellationToken = default) =>
        (await tokens.Current(cancellationToken)).Reveal();

    private static Func<HttpContext, Task> Made(string token, DateTimeOffset until)
    {
        var expires = until.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return Json(
            $$$"""{"token":"{{{token}}}","expires_at":"{{{expires}}}","permissions":{"metadata":"read"}}""", 201);
    }

    private string Verify(string signed, byte[] signature)
    {
        var folder = Directory.CreateTempSubdirectory("changesentinel-");
        try
        {
            string Write(string name, byte[] content)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllBytes(path, content);
                return path;
            }

            var publicKey = Write("key.pem", Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()));
            using var openssl = Process.Start(new ProcessStartInfo("openssl")
            {
                ArgumentList =
                {
                    "dgst", "-sha256", "-verify", publicKey, "-signature", Write("signature", signature),
                    Write("signed", Encoding.ASCII.GetBytes(signed)),
                },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            return openssl.StandardOutput.ReadToEnd().Trim();
        }
        catch (Win32Exception)
        {
            // A machine without openssl: the platform's own verification, on parts that were taken apart here.
            return key.VerifyData(
                Encoding.ASCII.GetBytes(signed), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                ? "Verified OK" : "Verification failure";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
