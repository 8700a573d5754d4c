using ChangeSentinel.GitHub;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Whether a policy's rungs hold teams, whose members a workflow's own token never reads.</summary>
internal static class TeamRungs
{
    private const int MostNamed = 5;

    /// <param name="members">Reads teams; null where no members-token was given.</param>
    /// <exception cref="CommandException">There are teams on rungs, and nothing reads them.</exception>
    public static void Demand(GitHubApi? members, PolicyReading? reading)
    {
        if (members is not null || reading is not PolicyReading.Valid { Policy: var policy })
            return;
        var teams = policy.Seniority.Rungs.SelectMany(rung => rung.Members).Where(IsTeam)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (teams.Count > 0)
            throw new CommandException(
                $"INPUT_MEMBERS-TOKEN is empty: {policy.File} has teams on its rungs "
                + $"({Wording.Some(teams, MostNamed)}), and the workflow's token can't read who is in them. A token "
                + "that reads the organisation's members is allowed (the permission 'members: read' of a GitHub App, "
                + "or 'read:org').");
    }

    private static bool IsTeam(string member) => member is ['@', ..] && member.Contains('/', StringComparison.Ordinal);
}
