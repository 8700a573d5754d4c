using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Doctor;

/// <summary>What the token may read of the repository.</summary>
internal static class ExamineAccess
{
    public static async Task<IReadOnlyList<Finding>> Of(
        Examined examined, Task<BranchReply?> branch, CancellationToken cancellationToken)
    {
        var pulls = PullRequests(examined, branch, cancellationToken);
        var people = Collaborators(examined, cancellationToken);
        return [await Contents(examined, branch), await pulls, await people];
    }

    private static async Task<Finding> Contents(Examined examined, Task<BranchReply?> branch)
    {
        try
        {
            return await branch is null
                ? Finding.ToFix(
                    "contents", $"Branch {examined.Base} is not in {examined.Repository}.",
                    "Name an existing branch with --base.")
                : Finding.Fine("contents", $"The token reads branch {examined.Base}.");
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden or ForgeFailure.NotFound)
        {
            return Finding.ToFix(
                "contents", $"The token can't read branch {examined.Base}.", "Give it 'contents: read'.");
        }
    }

    private static async Task<Finding> PullRequests(
        Examined examined, Task<BranchReply?> branch, CancellationToken cancellationToken)
    {
        try
        {
            if (await branch is not { Commit.Sha: var head })
                return Finding.Unseen("pulls", "Pull requests could not be asked for without a branch.", "See above.");
            await examined.Api.Get(
                $"{examined.Root}/commits/{head}/pulls?per_page=1", RestReplies.Default.PresenceReplyArray,
                cancellationToken);
            return Finding.Fine("pulls", "The token reads pull requests.");
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden or ForgeFailure.NotFound)
        {
            return Finding.ToFix(
                "pulls", "The token can't read pull requests.",
                "Give it 'pull-requests: write', which labels and the comment need as well.");
        }
    }

    private static async Task<Finding> Collaborators(Examined examined, CancellationToken cancellationToken)
    {
        try
        {
            await examined.Api.Get(
                $"{examined.Root}/collaborators?per_page=1", RestReplies.Default.PresenceReplyArray, cancellationToken);
            return Finding.Fine("people", "The token reads who holds which role.");
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden or ForgeFailure.NotFound)
        {
            return Finding.ToFix(
                "people", "The token can't read who holds which role, so nobody's write access is known.",
                "Use a token that may write to the repository; GitHub tells collaborators to no other.");
        }
    }
}
