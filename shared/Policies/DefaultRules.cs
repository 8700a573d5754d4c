using ChangeSentinel.Approvals;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Policies;

/// <summary>
/// The rules of a policy without `require`: AI-assisted changes by juniors need a senior from the second tier
/// on, an agent's own changes need one from the third.
/// </summary>
public static class DefaultRules
{
    public static IReadOnlyList<RequireRule> For(TierLadder tiers, Seniority seniority) =>
    [
        new()
        {
            Tier = tiers.At(1),
            Ai = AiCondition.AgentOrAssisted,
            AuthorBelow = seniority.Senior,
            From = seniority.Senior,
        },
        new() { Tier = tiers.At(2), Ai = AiCondition.AgentOnly, From = seniority.Senior },
    ];
}
