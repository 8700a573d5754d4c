using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `raise`: reasons for a higher tier.</summary>
internal static class ReadRaise
{
    private const int Most = 1_000_000;

    private static readonly string[] Keys = ["to", "dependents", "hazard", "lines"];

    public static IReadOnlyList<RaiseRule> From(YamlCursor? cursor, PolicyScope scope) =>
    [
        .. (cursor?.Items("a rule of 'raise'") ?? []).Select(item => One(item, scope)).OfType<RaiseRule>(),
    ];

    private static RaiseRule? One(YamlCursor item, PolicyScope scope)
    {
        if (item.Keys(Keys) is not { } keys)
            return null;
        var to = scope.Tier(keys.Required("to"));
        var rule = new RaiseRule
        {
            To = to ?? scope.Tiers.Top,
            Dependents = keys.At("dependents")?.Count(1, Most),
            Hazards = ReadHazards.From(keys.At("hazard"), scope.Findings),
            Lines = keys.At("lines")?.Count(1, Most),
            Place = item.Place,
        };
        if (!keys.Has("dependents") && !keys.Has("hazard") && !keys.Has("lines"))
            item.Error("a rule of 'raise' needs a reason: 'dependents', 'hazard' or 'lines'");
        if (to == scope.Tiers.Lowest)
            scope.Findings.Warning(
                item.Place, $"unreachable rule: every change has at least tier '{to}' anyway");
        return rule;
    }
}
