using ChangeSentinel.Changes;
using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>
/// Turns the text of a policy, and of the baseline it extends, into a policy or into every mistake.
/// </summary>
public static class PolicyParser
{
    /// <param name="baseline">The file `extends` names; null where it names none or that could not be
    /// read.</param>
    public static PolicyReading Parse(SourceFile file, SourceFile? baseline = null)
    {
        var findings = new DiagnosticBag(first: file.Path);
        var extended = ReadExtends.In(file) is null ? null : baseline;
        var shared = extended is null ? null : ReadPolicy.Baseline(extended, findings);
        var own = ReadPolicy.Own(file, shared, findings);
        if (extended is null && own?.Extends is { } named && BaselineReference.Parse(named.Text) is not null)
            findings.Error(named.Place, $"the baseline '{YamlQuote.Of(named.Text)}' could not be read");
        if (own is null || findings.HasErrors)
            return new PolicyReading.Invalid(findings.Sorted());

        var policy = shared is null ? Alone(own, file.Path) : Tighten.With(own, shared, file.Path, findings);
        policy = policy with { Sources = extended is null ? [file] : [file, extended] };
        CheckReach(policy, findings);
        return findings.HasErrors
            ? new PolicyReading.Invalid(findings.Sorted())
            : new PolicyReading.Valid(policy, findings.Sorted());
    }

    private static Policy Alone(PolicyDraft own, string file)
    {
        var tiers = own.Tiers ?? TierLadder.Default;
        var seniority = own.Seniority ?? Approvals.Seniority.FromRoles;
        return new()
        {
            File = file,
            Tiers = tiers,
            Paths = new(own.Paths),
            Services = own.Services,
            Discover = own.Discover,
            Raise = own.Raise,
            Seniority = seniority,
            Require = own.Require ?? DefaultRules.For(tiers, seniority),
            Exempt = own.Exempt,
            Undeclared = own.Undeclared,
            Markers = own.Markers,
            Page = own.Page,
            Rollout = own.Rollout,
            Labels = own.Labels,
            Mode = own.Mode,
            CheckNames = own.CheckNames,
        };
    }

    private static void CheckReach(Policy policy, DiagnosticBag findings)
    {
        UnreachablePaths.Check(policy.Paths.Lines, findings);
        if (policy.BaselinePaths is { } shared && shared != policy.Paths)
            UnreachablePaths.Check(shared.Lines, findings);
        HollowRules.Check(policy, findings);
    }
}
