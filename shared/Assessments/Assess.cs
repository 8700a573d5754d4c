using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;

namespace ChangeSentinel.Assessments;

/// <summary>
/// Judges a change under a policy: who wrote it and how far it reaches. Asks nobody anything yet.
/// </summary>
public static class Assess
{
    /// <param name="declaredAi">What the author said about AI outside the change itself; null where nothing
    /// was said.</param>
    public static Assessment Change(Change change, Policy policy, bool? declaredAi = null)
    {
        var files = change.Files.Or([]);
        var graph = BuildGraph.From(policy.Services, policy.Discover.ToHashSet(), change.Manifests);
        var hazards = FindHazards.In(files);
        var risk = AssessRisk.Of(change.Files, RulesOf(policy, change), graph, hazards);
        var owned = FindOwners.Of(change, risk);
        return new()
        {
            Change = change,
            Policy = policy,
            Provenance = Detect.Provenance(change, policy.Markers, declaredAi),
            Risk = risk,
            Graph = (graph as Known<ServiceGraph>.Fact)?.Value,
            Deciding = risk.Paths.ToDictionary(path => path.Path, path => path.Line, StringComparer.Ordinal),
            Owned = owned,
            Owners = owned.Where(each => !each.NewSide)
                .GroupBy(each => each.Path, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, Names, StringComparer.Ordinal),
            Incomplete = FindGaps.In(change, policy),
        };
    }

    private static RiskRules RulesOf(Policy policy, Change change) => new()
    {
        Tiers = policy.Tiers,
        Paths = policy.Paths,
        BaselinePaths = policy.BaselinePaths,
        Raise = policy.Raise,
        Guarded = GuardedPaths.Of(
            policy.Extends,
            policy.File,
            change.CodeOwners.Or(null)?.Path,
            (change.Reference as ChangeReference.PullRequest)?.Repository),
    };

    private static IReadOnlyList<string> Names(IEnumerable<PathOwners> sources) =>
        [.. sources.SelectMany(each => each.Owners.Or([])).Distinct(StringComparer.OrdinalIgnoreCase)];
}
