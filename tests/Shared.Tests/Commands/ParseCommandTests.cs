using ChangeSentinel.Commands;

namespace ChangeSentinel.Tests.Commands;

public static class ParseCommandTests
{
    private const string Long = "4be1c0d4be1c0d4be1c0d4be1c0d4be1c0d4be1c";

    public static TheoryData<string, Command> Commands { get; } = new()
    {
        { "/approve", new Command.Approve(CommandTarget.Here, "") },
        { "/approve 4be1c0d", new Command.Approve(At("4be1c0d"), "") },
        { "/APPROVE 4BE1C0D", new Command.Approve(At("4be1c0d"), "") },
        { $"/approve {Long}", new Command.Approve(At(Long), "") },
        { "/approve 4be1c0d reads well", new Command.Approve(At("4be1c0d"), "reads well") },
        { "/approve reads well", new Command.Approve(CommandTarget.Here, "reads well") },
        { "/approve 4be1c0", new Command.Approve(CommandTarget.Here, "4be1c0") },
        { $"/approve {new string('a', 65)}", new Command.Approve(CommandTarget.Here, new string('a', 65)) },
        { "/approve acme/shop#12 4be1c0d ok", new Command.Approve(new("acme/shop", 12, "4be1c0d"), "ok") },
        { "/approve #12", new Command.Approve(new(null, 12, null), "") },
        { "/approve #0", new Command.Approve(CommandTarget.Here, "#0") },
        { "/approve acme/shop/more#12", new Command.Approve(CommandTarget.Here, "acme/shop/more#12") },
        { "/approve acme/shop#99999999999", new Command.Approve(CommandTarget.Here, "acme/shop#99999999999") },
        { "/approve\u00A04be1c0d\tok", new Command.Approve(At("4be1c0d"), "ok") },
        { "  /approve 4be1c0d  ", new Command.Approve(At("4be1c0d"), "") },
        { "/approve 4be1c0d\n/reject no", new Command.Approve(At("4be1c0d"), "") },
        { "/reject it locks refunds", new Command.Reject(CommandTarget.Here, "it locks refunds") },
        { "/reject 4be1c0d it locks", new Command.Reject(At("4be1c0d"), "it locks") },
        { "/unapprove", new Command.Unapprove((string?)null) },
        { "/unapprove @bob", new Command.Unapprove("bob") },
        { "/unapprove @bob_acme he is away", new Command.Unapprove("bob_acme") },
        { "/unapprove I read it again", new Command.Unapprove((string?)null) },
        { "/ack", new Command.Acknowledge() },
        { "/snooze 30m", new Command.Snooze(TimeSpan.FromMinutes(30)) },
        { "/handoff @carol-c", new Command.HandOff("carol-c") },
        { "/who", new Command.ShowWho() },
        { "/why", new Command.ShowWhy() },
        { "/ai yes", new Command.DeclareAi(Used: true) },
        { "/ai Yes, Copilot wrote the tests", new Command.DeclareAi(Used: true) },
        { "/ai NO.", new Command.DeclareAi(Used: false) },
        { "/override INC-2211", new Command.Override("INC-2211") },
        { "/recheck", new Command.Recheck() },
        { "/queue", new Command.ShowQueue() },
        { "/link", new Command.LinkAccount() },
        { "/help", new Command.ShowHelp() },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public static void A_line_is_a_command_in_chat_and_in_a_comment(string line, Command command)
    {
        var reading = Assert.IsType<CommandReading.Understood>(ParseCommand.Line(line));

        Assert.Equal(command, reading.Command);
        Assert.Equal(reading, ParseCommand.In(line)[0]);
        Assert.Equal(line.Trim().Split('\n')[0], reading.Line);
    }

    [Fact]
    public static void Every_command_can_be_said()
    {
        var said = Commands.Select(row => row[1].GetType()).ToHashSet();

        Assert.Equal(
            typeof(Command).GetNestedTypes().Select(type => type.Name).Order(),
            said.Select(type => type.Name).Order());
    }

    [Theory]
    [InlineData("/reject", "A rejection says why: `/reject it locks refunds for minutes`.")]
    [InlineData("/reject 4be1c0d", "A rejection says why: `/reject it locks refunds for minutes`.")]
    [InlineData("/override", "An override says why: `/override INC-2211, checkout is down`.")]
    [InlineData("/unapprove bob", "Write `/unapprove` to take back what you said, or `/unapprove @login` to clear another's objection.")]
    [InlineData("/unapprove @b<ob", "Write `/unapprove` to take back what you said, or `/unapprove @login` to clear another's objection.")]
    [InlineData("/snooze", "Say for how long with 90s, 15m, 2h or 2d: `/snooze 30m`.")]
    [InlineData("/snooze 30m please", "Say for how long with 90s, 15m, 2h or 2d: `/snooze 30m`.")]
    [InlineData("/snooze forever", "Say for how long with 90s, 15m, 2h or 2d: `/snooze 30m`.")]
    [InlineData("/handoff carol", "Name one person who takes over: `/handoff @login`.")]
    [InlineData("/ai", "Answer with one of two words: `/ai yes` or `/ai no`.")]
    [InlineData("/ai no, but the tests are Copilot's", "Answer with one of two words: `/ai yes` or `/ai no`.")]
    [InlineData("/why me", "Nothing stands behind it: `/why`.")]
    [InlineData("/aprove 4be1c0d", "There is no command `/aprove`; did you mean `/approve`?")]
    [InlineData("/approved", "There is no command `/approved`; did you mean `/approve`?")]
    [InlineData("/approve: 4be1c0d", "There is no command `/approve:`; did you mean `/approve`?")]
    [InlineData("/rejct no", "There is no command `/rejct`; did you mean `/reject`?")]
    [InlineData("/overide no", "There is no command `/overide`; did you mean `/override`?")]
    [InlineData("/approve\u200B 4be1c0d", "There is no command `/approve\\u200B`; did you mean `/approve`?")]
    public static void What_is_nearly_a_command_is_refused_with_what_would_work(string line, string why)
    {
        var reading = Assert.IsType<CommandReading.Refused>(ParseCommand.Line(line));

        Assert.Equal(why, reading.Why);
        Assert.Equal(reading, Assert.Single(ParseCommand.In(line)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/ approve 4be1c0d")]
    [InlineData("//approve 4be1c0d")]
    [InlineData("approve 4be1c0d")]
    [InlineData("I say /approve 4be1c0d")]
    [InlineData("/etc/hosts")]
    [InlineData("/api is slow")]
    [InlineData("/lgtm")]
    [InlineData("/hold")]
    [InlineData("/retest")]
    [InlineData("/test all")]
    [InlineData("/assign @bob")]
    [InlineData("/cc @bob")]
    [InlineData("/ok-to-test")]
    [InlineData("/rebase")]
    [InlineData("/reopen")]
    [InlineData("/review")]
    [InlineData("/label bug")]
    [InlineData("/cherry-pick v1")]
    [InlineData("/remove-lifecycle stale")]
    [InlineData("/azp run")]
    [InlineData("/easycla")]
    public static void Anything_else_with_a_slash_is_somebody_else_s(string line)
    {
        Assert.Null(ParseCommand.Line(line));
        Assert.Empty(ParseCommand.In(line));
    }

    private static CommandTarget At(string head) => new(null, null, head);
}
