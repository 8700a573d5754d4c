using ChangeSentinel.Approvals;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.World;

/// <summary>Words with which a test says how its policy differs from the plain one.</summary>
public static class PolicyWords
{
    /// <summary>One more line of `paths`; it stands behind the others.</summary>
    public static Policy Line(this Policy policy, string pattern, string tier, params string[] owners) =>
        policy with { Paths = Add(policy.Paths, pattern, tier, owners) };

    public static Policy BaselineLine(this Policy policy, string pattern, string tier, params string[] owners) =>
        policy with { BaselinePaths = Add(policy.BaselinePaths ?? new([]), pattern, tier, owners) };

    public static Policy Rungs(this Policy policy, params (string Name, string[] Members)[] rungs) => policy with
    {
        Seniority = new([.. rungs.Select((rung, rank) => new Rung(rank, rung.Name, rung.Members, null))]),
    };

    public static Rung Rung(this Policy policy, string name) =>
        policy.Seniority.Rungs.Single(rung => rung.Name == name);

    public static Policy Requiring(this Policy policy, params RequireRule[] rules) =>
        policy with { Require = [.. policy.Require, .. rules] };

    /// <summary>From this tier on, so many approvals from a rung.</summary>
    public static Policy Requiring(this Policy policy, string tier, int approvals, string from) =>
        policy.Requiring(policy.Rule(tier, approvals, from));

    public static RequireRule Rule(this Policy policy, string tier, int approvals, string from) => new()
    {
        Tier = A.Tier(tier),
        Approvals = approvals,
        From = policy.Rung(from),
        Place = A.Line(30 + policy.Require.Count),
    };

    public static Policy Raising(this Policy policy, params RaiseRule[] rules) => policy with { Raise = rules };

    public static Policy Asking(this Policy policy, Undeclared undeclared) =>
        policy with { Undeclared = [undeclared, undeclared, undeclared, undeclared] };

    private static PathTiers Add(PathTiers lines, string pattern, string tier, string[] owners) =>
        new([.. lines.Lines, new(A.Pattern(pattern), A.Tier(tier), owners, A.Line(lines.Lines.Count + 1))]);
}
