using ChangeSentinel.Policies;

namespace ChangeSentinel.Commands;

/// <summary>Every command there is, by its name.</summary>
internal static class Verbs
{
    public static IReadOnlyDictionary<string, Verb> All { get; } = new Verb[]
    {
        new("approve", Approve, "Write the head you approve: `/approve 4be1c0d`."),
        new("reject", Reject, "A rejection says why: `/reject it locks refunds for minutes`."),
        new(
            "unapprove",
            Unapprove,
            "Write `/unapprove` to take back what you said, or `/unapprove @login` to clear another's objection."),
        Plain("ack", new Command.Acknowledge()),
        new("snooze", Snooze, "Say for how long with 90s, 15m, 2h or 2d: `/snooze 30m`."),
        new("handoff", HandOff, "Name one person who takes over: `/handoff @login`."),
        Plain("who", new Command.ShowWho()),
        Plain("why", new Command.ShowWhy()),
        new("ai", DeclareAi, "Answer with one of two words: `/ai yes` or `/ai no`."),
        new("override", Override, "An override says why: `/override INC-2211, checkout is down`."),
        Plain("recheck", new Command.Recheck()),
        Plain("queue", new Command.ShowQueue()),
        Plain("link", new Command.LinkAccount()),
        Plain("help", new Command.ShowHelp()),
    }.ToDictionary(verb => verb.Name, StringComparer.OrdinalIgnoreCase);

    private static Verb Plain(string name, Command command) =>
        new(name, words => words.AtEnd ? command : null, $"Nothing stands behind it: `/{name}`.");

    private static Command.Approve Approve(CommandWords words) => new(ReadWords.Target(words), words.Rest);

    private static Command.Reject? Reject(CommandWords words)
    {
        var target = ReadWords.Target(words);
        return words.AtEnd ? null : new(target, words.Rest);
    }

    /// <summary>A single word that is no @login may be meant as one, so it is refused; more words are a note.</summary>
    private static Command.Unapprove? Unapprove(CommandWords words)
    {
        if (words.AtEnd)
            return new((string?)null);
        var first = words.Next();
        if (first.StartsWith('@'))
            return ReadWords.Login(first) is { } login ? new(login) : null;
        return words.AtEnd ? null : new((string?)null);
    }

    private static Command.Snooze? Snooze(CommandWords words) =>
        ReadDuration.Parse(words.Next()) is { } duration && words.AtEnd ? new(duration) : null;

    private static Command.HandOff? HandOff(CommandWords words) =>
        ReadWords.Login(words.Next()) is { } login && words.AtEnd ? new(login) : null;

    /// <summary>A *yes* may say more; a *no* that does may be half a yes, so it is refused.</summary>
    private static Command.DeclareAi? DeclareAi(CommandWords words)
    {
        var answer = words.Next().TrimEnd(',', '.', ':', ';', '!');
        if (string.Equals(answer, "yes", StringComparison.OrdinalIgnoreCase))
            return new(Used: true);
        return string.Equals(answer, "no", StringComparison.OrdinalIgnoreCase) && words.AtEnd ? new(Used: false) : null;
    }

    private static Command.Override? Override(CommandWords words) => words.AtEnd ? null : new(words.Rest);
}
