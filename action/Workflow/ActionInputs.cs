using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Who decides: a bot that holds the required check, or this run alone.</summary>
internal enum DecidingMode
{
    /// <summary>This run labels, explains and tells the bot to recompute; it never writes the required name.</summary>
    Bot,

    /// <summary>This run decides from reviews and comments, and writes the check itself.</summary>
    Advisory,
}

/// <summary>Where the bot listens, and whom its token is for.</summary>
/// <param name="Signals">The address signals are posted to.</param>
internal sealed record BotAddress(Uri Signals, string Audience);

/// <summary>What the workflow file asks of this step.</summary>
internal sealed record ActionInputs
{
    public required Secret Token { get; init; }

    /// <summary>Speaks with that token.</summary>
    public required GitHubConnection Connection { get; init; }

    /// <summary>Reads team members where the workflow's own token may not; null where none was given.</summary>
    public Secret? MembersToken { get; init; }

    /// <summary>Null where this run decides alone.</summary>
    public BotAddress? Bot { get; init; }

    public DecidingMode Mode => Bot is null ? DecidingMode.Advisory : DecidingMode.Bot;

    public CommentWish Comment { get; init; } = CommentWish.OnBlock;

    public bool Annotations { get; init; } = true;
}

/// <summary>What reading the inputs came to: inputs, or every mistake in them.</summary>
internal abstract record InputReading
{
    private InputReading()
    {
    }

    public sealed record Valid(ActionInputs Inputs) : InputReading;

    /// <param name="Mistakes">Whole sentences: which input, what was found, what is allowed.</param>
    public sealed record Invalid(IReadOnlyList<string> Mistakes) : InputReading;
}
