using System.Security.Cryptography;
using ChangeSentinel.Fake.Identity;
using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>
/// Row 30: what a job holds is shown nowhere. Every run of every story is searched for each token that was sent or
/// given (<see cref="Secrets"/>); here stand the ways on which one would come out.
/// </summary>
public static class Row30SecretScenarios
{
    private const string Canary = "canary-8f1d27c0";

    [Theory]
    [InlineData("pull_request_target")]
    [InlineData("pull_request")]
    public static async Task Where_all_goes_well_every_token_is_masked_before_anything_is_said(string on)
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        world.Inputs["bot-url"] = world.Bot.Url;
        var change = world.OpensAssisted();

        var run = await change.Runs(on);

        run.Ends(0);
        var lines = run.Output.Split('\n');
        var sent = run.Requests.Select(request => request.Authorization.Split(' ')[^1])
            .Where(token => token != world.GitHub.Oidc.RequestToken).Distinct(StringComparer.Ordinal).ToList();
        Assert.All(sent, token => Assert.Contains($"::add-mask::{token}", lines));
        Assert.Contains(sent, token => token.Count(character => character == '.') == 2);
        Assert.StartsWith("::add-mask::ghs_", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("::add-mask::github_pat_", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_bot_that_refuses_the_identity_token_does_not_bring_it_to_light()
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        world.Inputs["bot-url"] = world.Bot.Url;
        world.Bot.Mood = BotMood.Unauthorized;
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        Assert.Contains(run.Requests, request => request.Path == "/signals" && request.Authorization.Length > 100);
    }

    [Fact]
    public static async Task A_request_token_that_is_refused_is_not_shown()
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        world.Inputs["bot-url"] = world.Bot.Url;
        world.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = Canary;
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        Assert.Contains("401", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_token_that_GitHub_refuses_is_not_shown()
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        world.Environment["INPUT_GITHUB-TOKEN"] = $"ghs_{Canary}";
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        Assert.Contains("the token is wrong, has expired or is missing", run.Errors, StringComparison.Ordinal);
        Assert.Empty(world.Shop.CheckRuns);
    }

    [Fact]
    public static async Task A_members_token_that_GitHub_refuses_is_not_shown()
    {
        await using var world = await Payments.Shop(Payments.Policy.Replace("\"@alice\"", "\"@acme/seniors\"", StringComparison.Ordinal));
        world.Team("seniors", "alice");
        world.HoldsSecrets();
        world.Inputs["members-token"] = $"github_pat_{Canary}";
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        Assert.Contains(run.Requests, request => request.Status == 401);
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_token_that_GitHub_repeats_in_its_own_words_is_not_repeated()
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        var token = world.Keep(() => world.State.WorkflowToken(world.Shop, world.Permissions));
        world.Environment["INPUT_GITHUB-TOKEN"] = token.Text;
        world.GitHub.Faults.Add(new Fault.GraphQlErrors("FORBIDDEN", $"No such token: {token.Text}"), "POST", "/graphql", times: 100);
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        Assert.Contains("No such token: ***", run.Errors, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> WrongInputs => new()
    {
        { "INPUT_GITHUB-TOKEN", $"ghs_{Canary} {Canary}" },
        { "INPUT_GITHUB-TOKEN", $"ghs_{Canary}\n{Canary}" },
        { "INPUT_MEMBERS-TOKEN", $"github_pat_{Canary}\t{Canary}" },
        { "INPUT_BOT-URL", $"https://user:{Canary}@bot.example" },
        { "INPUT_BOT-URL", $"ftp://user:{Canary}@bot.example" },
        { "INPUT_BOT-URL", $"https://bot.example/?token={Canary}" },
        { "INPUT_BOT-URL", $"bot.example/?token={Canary}" },
        { "INPUT_CA-BUNDLE", $"-----BEGIN PRIVATE KEY-----\n{Canary}\n-----END PRIVATE KEY-----\n" },
        { "GITHUB_API_URL", $"https://user:{Canary}@api.example" },
        { "GITHUB_API_URL", $"https://api.example/?token={Canary}" },
    };

    [Theory]
    [MemberData(nameof(WrongInputs))]
    public static async Task A_wrong_input_is_named_and_what_may_be_secret_in_it_is_not_shown(string name, string value)
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        world.Environment[name] = value;
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(2);
        Assert.Empty(run.Requests);
        Assert.Contains(name.Replace("INPUT_CA-BUNDLE", "input ca-bundle", StringComparison.Ordinal), run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GITHUB_OUTPUT")]
    [InlineData("GITHUB_STEP_SUMMARY")]
    public static async Task An_exception_shows_none(string file)
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        world.Environment[file] = Path.GetTempPath();
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        Assert.StartsWith("error: ", run.Errors, StringComparison.Ordinal);
        world.NothingPasses();
    }

    [Fact]
    public static async Task GitHub_that_can_not_be_reached_brings_none_to_light()
    {
        await using var world = await Payments.Shop();
        world.HoldsSecrets();
        world.GitHub.Faults.Add(new Fault.Status(503, RetryAfter: 3_600), null, "*", times: 1000);
        var change = world.OpensAssisted();

        var run = await change.Runs("pull_request_target");

        run.Ends(3);
        world.NothingPasses();
    }

    /// <summary>
    /// Every input that may hold one does, and the file of a private authority has a name nobody need know.
    /// </summary>
    private static void HoldsSecrets(this World world)
    {
        var authority = Path.Combine(world.Workplace, $"{Canary}.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=private", key, HashAlgorithmName.SHA256);
        using var certificate =
            request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(authority, certificate.ExportCertificatePem());
        world.Inputs["ca-bundle"] = authority;
        world.Inputs["members-token"] = world.MembersToken();
        world.Canaries.Add(Canary);
    }
}
