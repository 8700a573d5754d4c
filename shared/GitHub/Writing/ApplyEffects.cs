using ChangeSentinel.Changes;
using ChangeSentinel.Effects;

namespace ChangeSentinel.GitHub;

/// <summary>Something that could not be written, and why.</summary>
public sealed record FailedEffect(Effect Effect, ForgeException Failure);

/// <summary>Writes what a decision wants to a pull request, in an order that is true at every moment.</summary>
internal sealed class ApplyEffects(RepositoryDoor door, int number, CancellationToken cancellationToken)
{
    private readonly WriteCheck checks = new(door, cancellationToken);
    private readonly WriteLabels labels = new(door, number, cancellationToken);

    /// <summary>
    /// Everything at once, but labels once they exist; a check that lets pass only where the head is still the one that
    /// was decided, and nothing but blocking checks where it is not.
    /// </summary>
    /// <returns>What could not be written; one refusal leaves the others.</returns>
    public async Task<IReadOnlyList<FailedEffect>> Run(IReadOnlyList<Effect> effects)
    {
        var all = effects.OfType<Effect.SetCheck>().ToLookup(check => Passes(check.Report.State));
        var blocking = All(all[false]);
        if (await Moved([.. all[true]]) is { } moved)
            return [.. await blocking, .. all[true].Select(late => new FailedEffect(late, moved))];

        var written = await Task.WhenAll(
            blocking,
            All(all[true]),
            Labels(effects),
            All(effects.Where(effect => effect is Effect.WriteComment)));
        return [.. written.SelectMany(failed => failed)];
    }

    private static bool Passes(CheckState state) => state switch
    {
        CheckState.Success or CheckState.Neutral => true,
        CheckState.InProgress or CheckState.ActionRequired => false,
    };

    /// <summary>Why the passing checks are not written; null where each is for the head as it is now.</summary>
    private async Task<ForgeException?> Moved(IReadOnlyList<Effect.SetCheck> passing)
    {
        if (passing.Count == 0)
            return null;
        try
        {
            var pull = await door.Api.Get(
                door.At($"pulls/{number}"), GitHubReplies.Default.PullReply, cancellationToken);
            return passing.FirstOrDefault(check => check.Head != pull.Head.Sha) is not { } late ? null : new(
                ForgeFailure.Conflict,
                $"The head of #{number} moved from {late.Head.Short} to {pull.Head.Sha.Short} while it was decided; "
                + "its check was not written, and the run for the new head will.");
        }
        catch (ForgeException failure)
        {
            return failure;
        }
    }

    private async Task<IReadOnlyList<FailedEffect>> Labels(IReadOnlyList<Effect> effects)
    {
        var removed = All(effects.Where(effect => effect is Effect.RemoveLabel));
        var created = await All(effects.Where(effect => effect is Effect.CreateLabel));
        var added = await All(effects.Where(effect => effect is Effect.AddLabels));
        return [.. created, .. added, .. await removed];
    }

    private async Task<IReadOnlyList<FailedEffect>> All(IEnumerable<Effect> effects) =>
        [.. (await Task.WhenAll(effects.Select(Try))).OfType<FailedEffect>()];

    private async Task<FailedEffect?> Try(Effect effect)
    {
        try
        {
            await Write(effect);
            return null;
        }
        catch (ForgeException failure)
        {
            return new(effect, failure);
        }
    }

    private Task Write(Effect effect) => effect switch
    {
        Effect.SetCheck check => checks.Run(check),
        Effect.CreateLabel create => labels.Create(create.Label),
        Effect.AddLabels add => labels.Add(add.Names),
        Effect.RemoveLabel remove => labels.Remove(remove.Name),
        Effect.WriteComment comment => new WriteComment(door, number, cancellationToken).Run(comment),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
