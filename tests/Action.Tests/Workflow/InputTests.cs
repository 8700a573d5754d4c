using ChangeSentinel.Action.Workflow;
using ChangeSentinel.Effects;

namespace ChangeSentinel.Tests.Workflow;

public static class InputTests
{
    public static TheoryData<string, string, string> Wrong { get; } = new()
    {
        { "INPUT_BOT-URL", "http://bot.acme.dev", "INPUT_BOT-URL is 'http://bot.acme.dev': https is required outside loopback." },
        { "INPUT_BOT_URL", "http://bot.acme.dev", "INPUT_BOT-URL is 'http://bot.acme.dev': https is required outside loopback." },
        { "INPUT_BOT-URL", "bot.acme.dev", "INPUT_BOT-URL is 'bot.acme.dev': an absolute https address is allowed." },
        { "INPUT_BOT-URL", "file:///etc/passwd", "an absolute https address is allowed." },
        { "INPUT_BOT-URL", "https://bot.acme.dev/?x=1", "an address without '?' and '#' is allowed." },
        { "INPUT_BOT-URL", "http://127.0.0.1.evil.example", "https is required outside loopback." },
        { "INPUT_MODE", "advisry", "INPUT_MODE is 'advisry': one of bot, advisory is allowed; did you mean 'advisory'?" },
        { "INPUT_MODE", "bot", "INPUT_BOT-URL is empty: INPUT_MODE 'bot' needs the bot's address" },
        { "INPUT_BOT-AUDIENCE", "x", "INPUT_BOT-AUDIENCE is given without INPUT_BOT-URL" },
        { "INPUT_COMMENT", "never", "INPUT_COMMENT is 'never': one of on-block, always, off is allowed." },
        { "INPUT_COMMENT", "Always", "did you mean 'always'?" },
        { "INPUT_ANNOTATIONS", "yes", "INPUT_ANNOTATIONS is 'yes': one of true, false is allowed." },
        { "INPUT_PULL-REQUEST", "#7", "INPUT_PULL-REQUEST is '#7': a pull request's number, 1 or more, is allowed." },
        { "INPUT_PULL-REQUEST", "0", "a pull request's number, 1 or more, is allowed." },
        { "INPUT_PULL-REQUEST", "99999999999", "a pull request's number, 1 or more, is allowed." },
        { "INPUT_CA-BUNDLE", "no/such.pem", "'no/such.pem'" },
        { "INPUT_CA-BUNDLE", "-----BEGIN CERTIFICATE-----\nx", "certificate" },
        { "GITHUB_API_URL", "http://ghes.acme.dev/api/v3", "GITHUB_API_URL is 'http://ghes.acme.dev/api/v3'" },
        { "GITHUB_REPOSITORY", "shop", "GITHUB_REPOSITORY is 'shop': a repository as OWNER/NAME is allowed" },
        { "GITHUB_EVENT_NAME", "schedule", "GITHUB_EVENT_NAME is 'schedule': one of pull_request_target," },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public static async Task A_wrong_input_is_named_with_what_is_allowed(string variable, string value, string expected)
    {
        using var runner = new Runner().StartedBy("pull_request_target", Payloads.Opened).With(variable, value);

        var run = await runner.Run();

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal("", runner.Outputs + runner.Summary);
    }

    [Fact]
    public static async Task Every_mistake_is_told_at_once()
    {
        using var runner = new Runner().StartedBy("push", "{}").With("INPUT_GITHUB-TOKEN", " ")
            .With("INPUT_MODE", "both").With("INPUT_COMMENT", "no").With("GITHUB_REPOSITORY", null);

        var run = await runner.Run();

        Assert.Equal(2, run.Exit);
        Assert.Collection(
            run.Error.TrimEnd('\n').Split('\n'),
            line => Assert.StartsWith("error: INPUT_GITHUB-TOKEN is empty", line, StringComparison.Ordinal),
            line => Assert.StartsWith("error: INPUT_MODE is 'both'", line, StringComparison.Ordinal),
            line => Assert.StartsWith("error: INPUT_COMMENT is 'no'", line, StringComparison.Ordinal),
            line => Assert.StartsWith("error: GITHUB_REPOSITORY is ''", line, StringComparison.Ordinal),
            line => Assert.StartsWith("error: GITHUB_EVENT_NAME is 'push'", line, StringComparison.Ordinal));
        Assert.Equal(5, run.Output.Split("::error title=ChangeSentinel::").Length - 1);
    }

    [Fact]
    public static void Without_inputs_the_run_decides_alone()
    {
        using var runner = new Runner();

        var inputs = Read(runner);

        Assert.Equal(DecidingMode.Advisory, inputs.Mode);
        Assert.Equal(CommentWish.OnBlock, inputs.Comment);
        Assert.True(inputs.Annotations);
        Assert.Null(inputs.MembersToken);
    }

    [Theory]
    [InlineData("https://bot.acme.dev", "https://bot.acme.dev/signals", "https://bot.acme.dev")]
    [InlineData(" https://bot.acme.dev/sentinel/ ", "https://bot.acme.dev/sentinel/signals", "https://bot.acme.dev")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/signals", "http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080/", "http://[::1]:8080/signals", "http://[::1]:8080")]
    public static void A_bot_s_address_says_who_decides_and_whom_the_token_is_for(
        string url, string signals, string audience)
    {
        using var runner = new Runner().With("INPUT_BOT-URL", url);

        var inputs = Read(runner);

        Assert.Equal(DecidingMode.Bot, inputs.Mode);
        Assert.Equal(signals, inputs.Bot!.Signals.ToString());
        Assert.Equal(audience, inputs.Bot.Audience);
    }

    [Fact]
    public static async Task A_secret_in_a_wrong_input_is_not_repeated()
    {
        using var runner = new Runner().StartedBy("pull_request_target", Payloads.Opened)
            .With("INPUT_BOT-URL", "https://user:canary@bot.acme.dev")
            .With("INPUT_MEMBERS-TOKEN", "ghp_canary with a space");

        var run = await runner.Run();

        Assert.Equal(2, run.Exit);
        Assert.DoesNotContain("canary", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "canary", run.Output.Replace("::add-mask::ghp_canary with a space\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_pull_request_is_named_by_hand_for_a_run_started_by_hand()
    {
        using var runner = new Runner().StartedBy("workflow_dispatch", "{}");
        using var other = new Runner().StartedBy("pull_request_target", Payloads.Opened).With("INPUT_PULL-REQUEST", "8");

        var run = await runner.Run();
        var twice = await other.Run();

        Assert.Contains("error: INPUT_PULL-REQUEST is empty", run.Error, StringComparison.Ordinal);
        Assert.Contains("this event is about pull request 2", twice.Error, StringComparison.Ordinal);
    }

    private static ActionInputs Read(Runner runner) =>
        Assert.IsType<InputReading.Valid>(ReadInputs.From(runner.Shell())).Inputs;
}
