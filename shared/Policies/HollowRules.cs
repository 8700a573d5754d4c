using ChangeSentinel.Approvals;
using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Finds rules that can never hold, that ask for nobody, or that nobody could ever meet.</summary>
internal static class HollowRules
{
    public static void Check(Policy policy, DiagnosticBag findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rule in policy.Require)
        {
            if (rule.Place is not { } place)
                continue;
            foreach (var message in Messages(rule, policy.Seniority))
                findings.Warning(place, message);
            if (!seen.TryAdd(Words(rule), place.Line))
                findings.Warning(place, $"unreachable rule: it says the same as line {seen[Words(rule)]}");
        }

        var hasServices = policy.Services.Count > 0 || policy.Discover.Count > 0;
        foreach (var rule in policy.Raise.Where(rule => rule.Dependents is not null && !hasServices))
            findings.Warning(
                rule.Place, "unreachable rule: there are no dependents without 'services' or 'discover'");
    }

    private static IEnumerable<string> Messages(RequireRule rule, Seniority seniority)
    {
        if (rule.Paths.Count > 0 && rule.Paths.All(pattern => pattern.MatchesNothing))
            yield return UnreachablePaths.MatchesNothing;
        if (rule is { Approvals: 0, Owners: false })
            yield return "the rule asks for nobody: 'approvals' is 0 and 'owners' is not true";
        if (rule is { DistinctTeam: true, Approvals: < 2 })
            yield return "'distinct_team' says nothing about fewer than two approvals";
        if (rule.From is { } from && Countable(seniority, from) is { } people && people < rule.Approvals)
            yield return $"{rule.Approvals} approvals from '{from.Name}' can never be met: " +
                $"that rung and those above it list {people} {(people == 1 ? "person" : "people")}";
    }

    /// <summary>How many people stand on this rung or above; null where teams or roles do.</summary>
    private static int? Countable(Seniority seniority, Rung from)
    {
        var rungs = seniority.Rungs.Where(rung => rung.Rank >= from.Rank);
        var members = rungs.SelectMany(rung => rung.Members).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return members.All(Mention.IsUser) ? members.Count : null;
    }

    private static string Words(RequireRule rule) => string.Join(
        '\n',
        (string[])
        [
            $"{rule.Tier} {rule.Ai} {rule.AuthorBelow?.Name} {rule.Approvals} {rule.From?.Name}",
            $"{rule.Owners} {rule.DistinctTeam} {rule.Strength}",
            .. rule.Paths.Select(pattern => $"path {pattern.Text}").Order(StringComparer.Ordinal),
            .. rule.Services.Select(service => $"service {service}").Order(StringComparer.Ordinal),
            .. rule.Hazards.Select(hazard => $"hazard {hazard.Name()}").Order(StringComparer.Ordinal),
        ]);
}
