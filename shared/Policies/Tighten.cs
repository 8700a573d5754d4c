using ChangeSentinel.Approvals;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>
/// Joins a policy to the baseline it extends, so that it is never laxer than the baseline alone.
/// </summary>
internal static class Tighten
{
    public static Policy With(PolicyDraft own, PolicyDraft baseline, string file, DiagnosticBag findings)
    {
        var tiers = baseline.Tiers ?? TierLadder.Default;
        var seniority = baseline.Seniority ?? Seniority.FromRoles;
        Report(own, baseline, findings);
        return new()
        {
            File = file,
            Extends = own.Extends?.Text,
            Tiers = tiers,
            Paths = new(own.Paths.Count > 0 ? own.Paths : baseline.Paths),
            BaselinePaths = baseline.Paths.Count > 0 ? new(baseline.Paths) : null,
            Services = Services(own.Services, baseline.Services),
            Discover = [.. baseline.Discover.Union(own.Discover)],
            Raise = [.. baseline.Raise, .. own.Raise],
            Seniority = seniority,
            Require = [.. baseline.Require ?? DefaultRules.For(tiers, seniority), .. own.Require ?? []],
            Exempt = baseline.Exempt,
            Undeclared = [.. own.Undeclared.Zip(baseline.Undeclared, Stricter)],
            Markers = [.. baseline.Markers.Union(own.Markers)],
            Page = Page(own.Page, baseline.Page),
            Rollout = Rollout(own.Rollout, baseline.Rollout),
            Labels = own.SaysLabels ? own.Labels : baseline.Labels,
            Mode = baseline.Mode == PolicyMode.Enforce ? PolicyMode.Enforce : own.Mode,
            CheckNames = baseline.CheckNames,
        };
    }

    private static void Report(PolicyDraft own, PolicyDraft baseline, DiagnosticBag findings)
    {
        var extends = own.Extends!.Value.Place;
        if (own.Paths.Count + baseline.Paths.Count == 0)
            findings.Error(extends, "'paths' is missing here and in the baseline; write it in one of both");
        if (own.Mode == PolicyMode.Shadow && baseline.Mode == PolicyMode.Enforce)
            findings.Warning(extends, "'mode: shadow' has no effect: the baseline enforces");
        foreach (var plan in own.Page.Where(plan => plan.Then.Count > 0))
            findings.Warning(
                plan.Place, $"the baseline alone says whom to page; 'then' of '{plan.Tier}' has no effect");
    }

    private static Undeclared Stricter(Undeclared left, Undeclared right) => left > right ? left : right;

    /// <summary>
    /// A service that both declare stands where either says, and its owners are the baseline's.
    /// </summary>
    private static IReadOnlyList<Service> Services(
        IReadOnlyList<Service> own, IReadOnlyList<Service> baseline)
    {
        var named = own.ToDictionary(service => service.Name, StringComparer.Ordinal);
        var joined = baseline
            .Select(service => named.TryGetValue(service.Name, out var same) ? Both(same, service) : service);
        return [.. joined, .. own.ExceptBy(baseline.Select(Name), Name, StringComparer.Ordinal)];
    }

    private static Service Both(Service own, Service baseline) => baseline with
    {
        Paths = [.. baseline.Paths.UnionBy(own.Paths, pattern => pattern.Text, StringComparer.Ordinal)],
        DependsOn = [.. baseline.DependsOn.Union(own.DependsOn, StringComparer.Ordinal)],
        Owners = baseline.Owners.Count > 0 ? baseline.Owners : own.Owners,
    };

    /// <summary>For each tier the quicker pace of both; the channels are the baseline's.</summary>
    private static IReadOnlyList<PagePlan> Page(
        IReadOnlyList<PagePlan> own, IReadOnlyList<PagePlan> baseline) =>
    [
        .. own.Concat(baseline)
            .GroupBy(plan => plan.Tier)
            .OrderBy(plans => plans.Key)
            .Select(plans => Quickest([.. plans], baseline.FirstOrDefault(plan => plan.Tier == plans.Key))),
    ];

    private static PagePlan Quickest(IReadOnlyList<PagePlan> plans, PagePlan? baseline) => plans[0] with
    {
        First = plans.Max(plan => plan.First),
        Every = plans.Min(plan => plan.Every),
        Hours = plans.Max(plan => plan.Hours),
        Then = baseline?.Then ?? [],
    };

    private static IReadOnlyList<RolloutPlan> Rollout(
        IReadOnlyList<RolloutPlan> own, IReadOnlyList<RolloutPlan> baseline) =>
        [.. own.UnionBy(baseline, plan => plan.Tier).OrderBy(plan => plan.Tier)];

    private static string Name(Service service) => service.Name;
}
