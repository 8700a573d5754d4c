using System.Diagnostics;
using ChangeSentinel.Changes;
using ChangeSentinel.Effects;

namespace ChangeSentinel.Tests.Effects;

/// <summary>What a forge shows once effects are written to it.</summary>
public static class AfterEffects
{
    public static Published After(this Published published, IEnumerable<Effect> effects) =>
        effects.Aggregate(published, After);

    private static Published After(Published published, Effect effect) => effect switch
    {
        Effect.SetCheck set => published with
        {
            Checks =
            [
                new(set.Run ?? published.Checks.Count + 1_000, set.Report.Name, set.Head, set.Report.State)
                {
                    Title = set.Report.Title,
                    Summary = set.Report.Summary.Replace("\n", "\r\n", StringComparison.Ordinal),
                },
                .. published.Checks.Where(check => check.Id != set.Run),
            ],
        },
        Effect.CreateLabel create => published with { Existing = [.. published.Existing, create.Label.Name] },
        Effect.AddLabels add => published with { Labels = [.. published.Labels, .. add.Names] },
        Effect.RemoveLabel remove => published with
        {
            Labels = [.. published.Labels.Where(name => name != remove.Name)],
        },
        Effect.WriteComment write => published with
        {
            Comment = new(write.Comment ?? 7, write.Text.Replace("\n", "\r\n", StringComparison.Ordinal)),
        },
        _ => throw new UnreachableException(),
    };
}
