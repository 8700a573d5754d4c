using ChangeSentinel.Changes;
using ChangeSentinel.Effects;

namespace ChangeSentinel.GitHub;

/// <summary>Writes what a decision wants to a pull request, in an order that is true at every moment.</summary>
internal sealed class ApplyEffects(RepositoryDoor door, int number, CancellationToken cancellationToken)
{
    private readonly WriteCheck checks = new(door, cancellationToken);
    private readonly WriteLabels labels = new(door, number, cancellationToken);

    /// <summary>
    /// Checks and the definitions of new labels first, then what needs them; a check that lets pass only where the
    /// head is still the one that was decided.
    /// </summary>
    /// <exception cref="ForgeException">A write failed; a conflict where the head has moved.</exception>
    public async Task Run(IReadOnlyList<Effect> effects)
    {
        var all = effects.OfType<Effect.SetCheck>().ToLookup(check => Passes(check.Report.State));
        var blocking = all[false].Select(checks.Run).ToList();
        var moved = await Moved([.. all[true]]);
        if (moved is not null)
        {
            await Task.WhenAll(blocking);
            throw moved;
        }

        await Task.WhenAll(
        [
            .. blocking,
            .. all[true].Select(checks.Run),
            .. effects.OfType<Effect.CreateLabel>().Select(effect => labels.Create(effect.Label)),
        ]);
        await Task.WhenAll(effects.Select(Write));
    }

    private static bool Passes(CheckState state) => state switch
    {
        CheckState.Success or CheckState.Neutral => true,
        CheckState.InProgress or CheckState.ActionRequired => false,
    };

    /// <summary>Null where every passing check is for the head as it is now.</summary>
    private async Task<ForgeException?> Moved(IReadOnlyList<Effect.SetCheck> passing)
    {
        if (passing.Count == 0)
            return null;
        var pull = await door.Api.Get(
            door.At($"pulls/{number}"), GitHubReplies.Default.PullReply, cancellationToken);
        return passing.FirstOrDefault(check => check.Head != pull.Head.Sha) is not { } late ? null : new(
            ForgeFailure.Conflict,
            $"The head of #{number} moved from {late.Head.Short} to {pull.Head.Sha.Short} while it was decided; "
            + "its check was not written, and the run for the new head will.");
    }

    private Task Write(Effect effect) => effect switch
    {
        Effect.SetCheck or Effect.CreateLabel => Task.CompletedTask,
        Effect.AddLabels add => labels.Add(add.Names),
        Effect.RemoveLabel remove => labels.Remove(remove.Name),
        Effect.WriteComment comment => new WriteComment(door, number, cancellationToken).Run(comment),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
