using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Reads who is in the teams a decision may ask for.</summary>
internal static class ReadTeams
{
    public const string NoToken = "no members-token was given, and the token of a workflow can't read teams";

    /// <param name="members">Null where no members-token was given.</param>
    /// <param name="teams">`@org/team`.</param>
    public static async Task<IReadOnlyDictionary<string, Known<IReadOnlyList<Person>>>> Of(
        GitHubApi? members, IReadOnlyList<string> teams, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(teams.Select(team => members is null
            ? Task.FromResult(Unknown(NoToken))
            : Members(members, team, cancellationToken)));
        return teams.Zip(read).ToDictionary(
            pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
    }

    private static async Task<Known<IReadOnlyList<Person>>> Members(
        GitHubApi members, string team, CancellationToken cancellationToken)
    {
        if (team.TrimStart('@').Split('/') is not [{ Length: > 0 } organisation, { Length: > 0 } slug])
            return Unknown($"{team} is not written as @organisation/team");
        var path = $"orgs/{RepositoryDoor.Escaped(organisation)}/teams/{RepositoryDoor.Escaped(slug)}/members";
        try
        {
            var listed = await members.List(
                path, GitHubReplies.Default.AccountReplyArray, expected: null, cancellationToken);
            return Known.Fact<IReadOnlyList<Person>>([.. listed.Select(ReadPeople.Account)]);
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.NotFound)
        {
            return Unknown(
                $"GitHub shows no team {team} to the members-token: correct the name in the policy, or give the token "
                + "'Members: read' in that organisation");
        }
        catch (ForgeException failure)
        {
            return Unknown(Attempt.Reason(failure, team, "give the members-token 'Members: read'"));
        }
    }

    private static Known<IReadOnlyList<Person>> Unknown(string reason) =>
        new Known<IReadOnlyList<Person>>.Unknown(reason);
}
