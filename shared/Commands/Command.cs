namespace ChangeSentinel.Commands;

/// <summary>Which change a command means; each part null where the place it was said at tells.</summary>
/// <param name="Head">At least seven hexadecimal digits, lower case.</param>
public sealed record CommandTarget(string? Repository, int? Number, string? Head)
{
    public static CommandTarget Here { get; } = new(null, null, null);
}

/// <summary>What somebody asks for, in a comment or in chat.</summary>
public abstract record Command
{
    private Command()
    {
    }

    public sealed record Approve(CommandTarget Target, string Note) : Command;

    public sealed record Reject(CommandTarget Target, string Reason) : Command;

    /// <param name="Who">A login without @; null for the speaker's own.</param>
    public sealed record Unapprove(string? Who) : Command;

    public sealed record Acknowledge : Command;

    public sealed record Snooze(TimeSpan For) : Command;

    public sealed record HandOff(string Who) : Command;

    public sealed record ShowWho : Command;

    public sealed record ShowWhy : Command;

    public sealed record DeclareAi(bool Used) : Command;

    public sealed record Override(string Reason) : Command;

    public sealed record Recheck : Command;

    public sealed record ShowQueue : Command;

    public sealed record LinkAccount : Command;

    public sealed record ShowHelp : Command;
}

/// <summary>A line that is a command, or looks like one and is none.</summary>
public abstract record CommandReading
{
    private CommandReading(string line) => Line = line;

    /// <summary>The line as written, trimmed.</summary>
    public string Line { get; }

    public sealed record Understood(string Text, Command Command) : CommandReading(Text);

    /// <param name="Why">What is wrong and what would work, whole sentences.</param>
    public sealed record Refused(string Text, string Why) : CommandReading(Text);
}
