using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Tells the bot, where there is one, that something should be decided again.</summary>
internal static class Signal
{
    /// <returns>Why the bot has not heard; null where it has, or there is none.</returns>
    public static async Task<string?> Send(ActionRun run, BotSignal signal, CancellationToken cancellationToken)
    {
        if (run.Inputs.Bot is not { } bot)
            return null;
        var connection = run.Inputs.Connection;
        var tokens = new OidcToken(run.Shell.Variable, bot.Audience, connection, run.Shell.Clock);
        var speaking = connection with { Tokens = new MaskedTokens(tokens, run.Log) };
        try
        {
            await new SignalBot(bot.Signals, speaking, run.Shell.Clock).Send(signal, cancellationToken);
            run.Log.Say($"The bot at {bot.Signals.Authority} was told to decide; it holds the required check.");
            return null;
        }
        catch (ForgeException failure)
        {
            return $"The bot was not told, so it decides when it notices by itself. {failure.Message}";
        }
    }
}
