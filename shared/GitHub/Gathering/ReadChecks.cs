using ChangeSentinel.Changes;
using ChangeSentinel.Policies;

namespace ChangeSentinel.GitHub;

/// <summary>Reads the check runs of ours on a commit.</summary>
internal sealed class ReadChecks(RepositoryDoor door, CancellationToken cancellationToken)
{
    private const string OurName = "changesentinel";

    /// <summary>Everybody's latest check runs of each name; unknown where the token may not read them.</summary>
    public async Task<Known<IReadOnlyList<CheckRunReply>>> Permitted(Sha commit)
    {
        try
        {
            return Known.Fact(await On(commit));
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden or ForgeFailure.NotFound)
        {
            return new Known<IReadOnlyList<CheckRunReply>>.Unknown(Attempt.Reason(
                failure, $"the check runs of {commit.Short}", "give the token 'checks: read'"));
        }
    }

    /// <summary>The same; a failure is one.</summary>
    public Task<IReadOnlyList<CheckRunReply>> On(Sha commit) => door.Api.List(
        door.At($"commits/{commit}/check-runs"),
        GitHubReplies.Default.CheckRunsReply,
        page => page.CheckRuns,
        expected: null,
        cancellationToken);

    /// <summary>Those that the app we speak as made under a name of ours, the latest of each name and commit.</summary>
    /// <param name="viewer">The login of the account we speak as.</param>
    /// <param name="naming">Its `check_names` are ours too; null for none.</param>
    public static IReadOnlyList<PublishedCheck> Ours(
        IEnumerable<CheckRunReply> runs, string viewer, Policy? naming) =>
    [
        .. runs.Where(run => string.Equals(run.App?.Slug, Viewer.Bare(viewer), StringComparison.OrdinalIgnoreCase))
            .Where(run => run.Name.StartsWith(OurName, StringComparison.Ordinal)
                || naming?.CheckNames.ContainsKey(run.Name) is true)
            .OrderByDescending(run => run.Id)
            .DistinctBy(run => (run.HeadSha, run.Name))
            .Select(run => new PublishedCheck(run.Id, run.Name, run.HeadSha, StateOf(run))
            {
                Title = run.Output?.Title ?? "",
                Summary = run.Output?.Summary ?? "",
            }),
    ];

    private static CheckState? StateOf(CheckRunReply run) => (run.Status, run.Conclusion) switch
    {
        ("in_progress", _) => CheckState.InProgress,
        ("completed", "success") => CheckState.Success,
        ("completed", "action_required") => CheckState.ActionRequired,
        ("completed", "neutral") => CheckState.Neutral,
        _ => null,
    };
}
