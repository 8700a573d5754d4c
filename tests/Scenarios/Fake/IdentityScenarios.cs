using System.Security.Cryptography;
using ChangeSentinel.Fake.Identity;

namespace ChangeSentinel.Scenarios.Fake;

public static class IdentityScenarios
{
    [Fact]
    public static async Task An_app_s_web_token_opens_its_installation_with_the_rights_asked_for()
    {
        using var key = RSA.Create(2048);
        await using var ground = await Ground.Open();
        var (app, installation) = Install(ground, key);
        var client = ground.As(Bearer(ground, key, app.ClientId, TimeSpan.FromMinutes(9)));

        var found = await client.Get("repos/acme/shop/installation");
        var token = await client.Post($"app/installations/{installation.Id}/access_tokens", """{"repositories":["shop"],"permissions":{"checks":"write"}}""");
        var wider = await client.Post($"app/installations/{installation.Id}/access_tokens", """{"permissions":{"issues":"write"}}""");
        var granted = ground.As(ground.State.Tokens.Single(one => one.Text == token["token"].GetString()));
        var pulls = await granted.Get("repos/acme/shop/pulls");

        Assert.Equal(installation.Id, found["id"].GetInt64());
        Assert.Equal((201, 422), (token.Status, wider.Status));
        Assert.Equal((403, "Resource not accessible by integration"), (pulls.Status, pulls["message"].GetString()));
    }

    [Fact]
    public static async Task A_web_token_by_another_key_or_for_too_long_is_refused()
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        await using var ground = await Ground.Open();
        var (app, _) = Install(ground, key);

        var forged = await ground.As(Bearer(ground, other, app.ClientId, TimeSpan.FromMinutes(5))).Get("repos/acme/shop/installation");
        var late = await ground.As(Bearer(ground, key, app.ClientId, TimeSpan.FromMinutes(11))).Get("repos/acme/shop/installation");
        var expired = await ground.As(Bearer(ground, key, app.ClientId, TimeSpan.FromMinutes(-1))).Get("repos/acme/shop/installation");

        Assert.Equal((401, 401, 401), (forged.Status, late.Status, expired.Status));
        Assert.Contains("too far in the future", late["message"].GetString());
    }

    [Fact]
    public static async Task A_job_s_identity_token_is_signed_for_its_audience_by_the_published_key()
    {
        await using var ground = await Ground.Open();
        ground.GitHub.Oidc.Claims["repository_id"] = "42";
        var job = ground.As(new Token(ground.GitHub.Oidc.RequestToken, ground.Alice)
        {
            Permissions = Permissions.None,
        });

        var stranger = await ground.Client.Get(ground.GitHub.Oidc.RequestUrl);
        var issued = await job.Get(ground.GitHub.Oidc.RequestUrl + "&audience=https%3A%2F%2Fbot.example");
        var described = await ground.Client.Get(ground.GitHub.Oidc.Issuer + "/.well-known/openid-configuration");
        var keys = await ground.Client.Get(described["jwks_uri"].GetString()!);

        var parameters = new RSAParameters
        {
            Modulus = System.Buffers.Text.Base64Url.DecodeFromChars(keys["keys.0.n"].GetString()),
            Exponent = System.Buffers.Text.Base64Url.DecodeFromChars(keys["keys.0.e"].GetString()),
        };
        using var published = RSA.Create(parameters);
        var claims = Signing.Verify(published, issued["value"].GetString()!)!.Value;
        Assert.Equal(401, stranger.Status);
        Assert.Equal(("https://bot.example", "42"), (claims.GetProperty("aud").GetString(), claims.GetProperty("repository_id").GetString()));
        Assert.Equal(described["issuer"].GetString(), claims.GetProperty("iss").GetString());
    }

    [Fact]
    public static async Task The_bot_keeps_signals_of_known_jobs_and_answers_as_its_mood_is()
    {
        await using var ground = await Ground.Open();
        var job = ground.As(new Token(ground.GitHub.Oidc.Sign("bot"), ground.Alice) { Permissions = Permissions.None });
        var address = ground.GitHub.Bot.Url + "/signals";

        var accepted = await job.Post(address, """{"number":7}""");
        var unknown = await ground.Client.Post(address, """{"number":8}""");
        ground.GitHub.Bot.Mood = BotMood.Unavailable;
        var down = await job.Post(address, """{"number":9}""");

        Assert.Equal((202, 401, 503), (accepted.Status, unknown.Status, down.Status));
        Assert.Equal(7, Assert.Single(ground.GitHub.Bot.Signals).Body.GetProperty("number").GetInt32());
    }

    private static (App App, Installation Installation) Install(Ground ground, RSA key)
    {
        var app = ground.State.AddApp("sentinel-bot", ground.Acme, key.ExportSubjectPublicKeyInfoPem());
        var installation = new Installation(5, app, ground.Acme)
        {
            Permissions = Permissions.None.With(Access.Write, Scope.Checks).With(Access.Read, Scope.Contents),
        };
        installation.Repositories.Add(ground.Shop);
        ground.State.Installations.Add(installation);
        return (app, installation);
    }

    private static Token Bearer(Ground ground, RSA key, string issuer, TimeSpan life)
    {
        var now = ground.State.Now;
        var text = Signing.Sign(key, "app", new()
        {
            ["iss"] = issuer,
            ["iat"] = now.AddSeconds(-60).ToUnixTimeSeconds(),
            ["exp"] = (now + life).ToUnixTimeSeconds(),
        });
        return new(text, ground.Alice) { Permissions = Permissions.None };
    }
}
