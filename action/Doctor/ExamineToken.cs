using ChangeSentinel.GitHub;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Doctor;

/// <summary>Whose token it is, and whether it sees the repository at all.</summary>
/// <param name="Repository">Null where it doesn't.</param>
internal sealed record ExaminedToken(RepositoryReply? Repository, IReadOnlyList<Finding> Findings);

internal static class ExamineToken
{
    public static async Task<ExaminedToken> Of(GitHubApi api, string repository, CancellationToken cancellationToken)
    {
        var identity = Identity(api, cancellationToken);
        var seen = Seen(api, repository, cancellationToken);
        if (await identity is not { Health: Health.Fine } known)
        {
            // Its own failure would say the same again.
            await ((Task)seen).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new(null, [await identity]);
        }

        return await seen is { } found ? new(found, [known]) : new(null, [known, Finding.ToFix(
            "repository", $"{repository} is not there, or the token can't see it.",
            "Correct --repo, or use a token of somebody who may read it.")]);
    }

    private static async Task<Finding> Identity(GitHubApi api, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await api.Query(
                "query{viewer{login}}", "{}"u8.ToArray(), GraphQlReplies.Default.IdentityReply, cancellationToken);
            return Finding.Fine("token", $"The token works; it is {VisibleText.Of(reply.Viewer.Login)}'s.");
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Unauthorized)
        {
            return Finding.ToFix(
                "token", "GitHub refuses the token: it is wrong or has expired.",
                "Set GITHUB_TOKEN or GH_TOKEN to one that works; GITHUB_API_URL says whose GitHub is asked.");
        }
    }

    private static async Task<RepositoryReply?> Seen(
        GitHubApi api, string repository, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Find($"repos/{repository}", RestReplies.Default.RepositoryReply, cancellationToken);
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden)
        {
            return null;
        }
    }
}
