using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>
/// Row 17: what a pull request calls itself and its parts is written to be obeyed, clicked or overlooked.
/// </summary>
public static class Row17HostileTextScenarios
{
    private static readonly string[] Outputs =
    [
        "check", "head", "missing-approvals", "provenance", "report", "required-approvals", "sentence", "shadow", "state", "tier",
    ];

    public static TheoryData<string> Texts =>
    [
        "::set-output name=state::approved",
        "::add-mask::approved",
        "##[set-env name=PATH]evil",
        "a\r::stop-commands::x\n::set-output name=state::approved\n##[add-path]evil",
        "x\nghadelimiter_\nstate=approved\nstate<<x",
        "\u202egnp.exe \u2066x\u2069 \u200b\u001b[31mred",
        "[x](http://evil.example) ![x](http://evil.example/x.png) www.evil.example https://evil.example",
        "<img src=x onerror=alert(1)><script>alert(1)</script></details><!-- changesentinel -->",
        "@alice @acme/owners see #1 GH-1 acme/other#7",
        "${{ github.token }} $(id) `id` \"; id; \"",
        "| a | b |\n|---|---|\n| `c` | ~~d~~ |",
        "```mermaid\nclick s0 href \"http://evil.example\"\n```",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public static async Task A_path_is_inert_wherever_it_is_shown(string text)
    {
        await using var world = await Payments.Shop(Payments.Policy + Hazards);
        var name = text.Replace("//", "/", StringComparison.Ordinal).Trim('/', '.');
        var change = world.OpensBranch(
            "dana", "claude/x", world.Commit(world.Person("dana"), "Migrate", NewFile.Text($"src/payments/{name}.sql", "DROP TABLE customers;\n")));

        var run = await change.Runs("pull_request_target");

        change.Shows("waiting", because: "alice");
        run.IsInert(world);
        Assert.Contains(Obeyed.In(run.Output), command => command.Name == "warning");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public static async Task What_the_author_writes_is_inert_wherever_it_is_shown(string text)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch(
            "dana",
            "work",
            new NewCommit($"Round refunds {text}\n\nAssisted-by: Claude {OneLine(text)}\nCo-Authored-By: Claude <noreply@anthropic.com>\n", Refund)
            {
                Author = $"{OneLine(text).Replace("<", "(", StringComparison.Ordinal).Replace(">", ")", StringComparison.Ordinal)} <dana@home.example>",
            });
        change.Pull.Title = OneLine(text);
        change.Pull.Body = $"🤖 Generated with [Claude Code](https://claude.com/claude-code) {text}\n\n{text}";

        var run = await change.Runs("pull_request_target");

        change.Shows("undecided", because: "belongs to no account");
        run.IsInert(world);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public static async Task A_veto_s_reason_is_inert_wherever_it_is_shown(string text)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        change.IsCommentedBy("carol", $"/approve {OneLine(text)}");
        change.IsCommentedBy("bob", $"/reject {OneLine(text)}");
        change.IsReviewedBy("alice", approving: false);
        change.Pull.Reviews[^1].Body = text;

        var run = await change.Runs("pull_request_target");

        change.Shows("vetoed", because: "Vetoed by");
        run.IsInert(world);
    }

    [Theory]
    [InlineData("claude/${{github.token}}")]
    [InlineData("claude/<img-onerror=alert(1)>")]
    [InlineData("claude/\u202egnp.exe")]
    [InlineData("claude/x](http/evil)@alice#1|`id`")]
    [InlineData("claude/;id;&&id$(id)")]
    public static async Task A_branch_s_name_is_inert_wherever_it_is_shown(string branch)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", branch, world.Commit(world.Person("dana"), "Round refunds", Refund));

        var run = await change.Runs("pull_request_target");

        change.Shows("waiting", because: "alice");
        run.IsInert(world);
    }

    [Theory]
    [InlineData("main](http/evil)<img>@alice")]
    [InlineData("\u202eniam")]
    public static async Task A_base_s_name_is_inert_in_the_check_s_name_too(string branch)
    {
        await using var world = await Payments.Shop();
        world.Branches(branch);
        var opened = world.OpensAssisted();
        var change = new Change(world, world.AlsoOpens(opened, into: branch));

        var run = await change.Runs("pull_request_target");

        Inert.IsVisible(Assert.Single(world.Shop.CheckRuns).Name);
        world.NothingPasses();
        run.IsInert(world);
    }

    [Theory]
    [InlineData("::add-mask::dana")]
    [InlineData("[x](http://evil.example)<img src=x>")]
    [InlineData("\u202eecila")]
    public static async Task A_login_is_inert_wherever_it_is_shown(string login)
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch(login, "claude/x", world.Commit(world.Person("dana"), "Round refunds", Refund));
        change.IsReviewedBy(login, approving: true);

        var run = await change.Runs("pull_request_target");

        change.Shows("waiting", because: "alice");
        run.IsInert(world);
    }

    [Fact]
    public static async Task Labels_are_never_read_back()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensAssisted();
        foreach (var name in new[] { "risk: low", "ai: declared-human", "::set-output name=state::approved", "approved" })
        {
            var label = new Label(world.Keep(world.State.NextId), name, "ededed", "");
            world.Shop.Labels.Add(label);
            change.Pull.Labels.Add(label);
        }

        var run = await change.Runs("pull_request_target");

        change.Shows("waiting", because: "alice");
        change.HasLabels("::set-output name=state::approved", "ai: assisted", "approved", "risk: high");
        run.IsInert(world);
    }

    private const string Hazards = "\nraise:\n  - { to: high, hazard: [destructive-sql] }\n";

    private static NewFile Refund => NewFile.Text("src/payments/Refund.cs", "round\n");

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    /// <summary>The runner obeys nothing but what the step itself says, and no page shows more than words.</summary>
    private static void IsInert(this Run run, World world)
    {
        run.Ends(0);
        Assert.All(Obeyed.In(run.Output), command =>
            Assert.True(command.Name is "add-mask" or "stop-commands" or "warning" or "notice", command.Line));
        Assert.All(
            Obeyed.In(run.Output).Where(command => command.Name == "add-mask"),
            command => Assert.StartsWith("::add-mask::ghs_", command.Line, StringComparison.Ordinal));
        Assert.Empty(Obeyed.In(run.Errors));
        Inert.IsVisible(run.Output);
        Inert.IsVisible(run.Errors);

        Assert.Equal(Outputs, run.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.All(run.Outputs.Values, value => Assert.DoesNotContain('\n', value));
        Assert.All(run.Outputs.Values, Inert.IsVisible);
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(File.ReadAllText(run.Outputs["report"])).ValueKind);

        Inert.Is(run.Summary, world.GitHub.Url);
        Assert.All(world.Shop.CheckRuns, check =>
        {
            Inert.IsVisible(check.Title!);
            Inert.Is(check.Summary!, world.GitHub.Url);
        });
        var ours = world.Shop.Pulls.SelectMany(pull => pull.Comments).Where(comment => comment.App is not null);
        Assert.All(ours, comment =>
            Inert.Is(comment.Body, world.GitHub.Url));
    }
}
