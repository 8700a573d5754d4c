using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Effects;

/// <summary>Which labels come and go; only those the policy can give are ever taken away.</summary>
internal static class PlanLabels
{
    public static IEnumerable<Effect> Of(Decision decision, Published published)
    {
        if (decision.Assessment is not { } assessment || WantedLabels.For(decision) is not { } wanted)
            return [];

        var names = wanted.Select(label => label.Name).ToHashSet(LabelNames.Comparer);
        var ours = LabelNames.Of(assessment.Policy).ToHashSet(LabelNames.Comparer);
        var missing = wanted.DistinctBy(label => label.Name, LabelNames.Comparer)
            .ExceptBy(published.Labels, label => label.Name, LabelNames.Comparer)
            .ToList();
        return
        [
            .. published.Labels.Where(name => ours.Contains(name) && !names.Contains(name))
                .Select(name => new Effect.RemoveLabel(name)),
            .. missing.ExceptBy(published.Existing, label => label.Name, LabelNames.Comparer)
                .Select(label => new Effect.CreateLabel(label)),
            .. missing.Count > 0
                ? [new Effect.AddLabels([.. missing.Select(label => label.Name)])]
                : Array.Empty<Effect>(),
        ];
    }
}
