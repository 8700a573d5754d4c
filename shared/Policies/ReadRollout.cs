using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `rollout`: the stages a change of a tier passes through on its way out.</summary>
internal static class ReadRollout
{
    private const int Most = 50;

    public static IReadOnlyList<RolloutPlan> From(YamlKeys root, PolicyScope scope)
    {
        if (root.At("rollout") is not { } cursor)
            return [];
        scope.Findings.Note(root.PlaceOf("rollout"), "'rollout' is read and checked, but not acted on yet");
        return [.. cursor.Entries().Select(entry => One(entry, scope)).OfType<RolloutPlan>()];
    }

    private static RolloutPlan? One((YamlNode.Scalar Key, YamlCursor Value) entry, PolicyScope scope)
    {
        var tier = scope.Tier(entry.Key.Text, entry.Key.Place);
        var stages = new List<RolloutStage>();
        var items = entry.Value.Items("a stage");
        foreach (var item in items.Take(Most))
            if (Stage(item, stages) is { } stage)
                stages.Add(stage);
        if (items.Count > Most)
            entry.Value.Error($"{entry.Value.Name} names {items.Count} stages; the most is {Most}");
        if (entry.Value.IsList && items.Count == 0)
            entry.Value.Error($"{entry.Value.Name} names no stage");
        return tier is null ? null : new(tier.Value, stages, entry.Key.Place);
    }

    private static RolloutStage? Stage(YamlCursor item, List<RolloutStage> before)
    {
        if (item.Keys(["stage", "soak"]) is not { } keys)
            return null;
        var name = keys.Required("stage");
        var soak = keys.Required("soak") is { } duration ? ReadDuration.From(duration) : null;
        if (name?.Text() is not { } stage || soak is null)
            return null;
        if (before.Any(earlier => earlier.Stage == stage))
            name.Error($"stage '{YamlQuote.Of(stage)}' is named twice");
        return new(stage, soak.Value);
    }
}
