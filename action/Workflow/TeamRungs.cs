using ChangeSentinel.Policies;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Whether a policy asks for people whom a workflow's own token can't name.</summary>
internal static class TeamRungs
{
    /// <summary>The teams that are members of a rung; the workflow's token never reads who is in them.</summary>
    public static IReadOnlyList<string> In(PolicyReading? reading) => reading is PolicyReading.Valid { Policy: var policy }
        ? [.. policy.Seniority.Rungs.SelectMany(rung => rung.Members).Where(IsTeam).Distinct(StringComparer.OrdinalIgnoreCase)]
        : [];

    private static bool IsTeam(string member) => member is ['@', ..] && member.Contains('/', StringComparison.Ordinal);
}
