using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>
/// What became of writing to GitHub: each kind of thing on its own, so that one refusal leaves the others.
/// </summary>
/// <param name="Check">Why the check could not be written; null where it was, or nothing had to be.</param>
/// <param name="Labels">The same of labels.</param>
/// <param name="Comment">The same of the comment.</param>
internal sealed record Publication(ForgeException? Check, ForgeException? Labels, ForgeException? Comment)
{
    /// <summary>True where the head moved on while it was decided.</summary>
    public bool IsLate => Check?.Failure is ForgeFailure.Conflict;

    public static async Task<Publication> Of(
        GitHubForge forge, ChangeReference.PullRequest reference, IReadOnlyList<Effect> effects,
        CancellationToken cancellationToken)
    {
        var failed = await forge.Write(reference, effects, cancellationToken);
        return new(
            First(effect => effect is Effect.SetCheck),
            First(effect => effect is Effect.CreateLabel or Effect.AddLabels or Effect.RemoveLabel),
            First(effect => effect is Effect.WriteComment));

        ForgeException? First(Func<Effect, bool> isKind) => failed.FirstOrDefault(each => isKind(each.Effect))?.Failure;
    }

    /// <summary>What could not be written, whole sentences that say what would help.</summary>
    public IEnumerable<string> Sentences()
    {
        if (Check is not null)
            yield return Sentence(Check, "The check", "checks: write");
        if (Labels is not null)
            yield return Sentence(Labels, "The labels", "pull-requests: write");
        if (Comment is not null)
            yield return Sentence(Comment, "The comment", "pull-requests: write");
    }

    /// <summary>
    /// Without a check nobody sees the verdict, so the step fails; labels and the comment that the token may not write
    /// are said, and what else went wrong with them is a failure.
    /// </summary>
    public bool Failed => Check is not null
        || new[] { Labels, Comment }.Any(failure => failure is { Failure: not ForgeFailure.Forbidden });

    private static string Sentence(ForgeException failure, string what, string right) =>
        failure.Failure is ForgeFailure.Forbidden or ForgeFailure.Unauthorized or ForgeFailure.NotFound
            ? $"{what} could not be written: the token may not. Add 'permissions: {right}' to the job; a pull request "
                + "from a fork has it under the event pull_request_target alone."
            : $"{what} could not be written: {failure.Message}";
}
