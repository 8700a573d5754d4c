using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Where a pull request stands: its two sides, and how much there is to read.</summary>
/// <param name="Base">The branch it goes into, without `refs/heads/`.</param>
/// <param name="HeadRef">The branch it comes from.</param>
/// <param name="HeadRepository">`owner/name`; null where it was deleted.</param>
internal sealed record PullPlace(Sha Head, string Base, string HeadRef, string? HeadRepository)
{
    /// <summary>The counts only say how many pages to ask for at once; null where nothing is known.</summary>
    public int? Files { get; init; }

    public int? Commits { get; init; }

    public int? Comments { get; init; }

    public static PullPlace Of(PullReply pull) =>
        new(pull.Head.Sha, pull.Base.Ref, pull.Head.Ref, pull.Head.Repo?.FullName)
        {
            Files = pull.ChangedFiles,
            Commits = pull.Commits,
            Comments = pull.Comments,
        };

    /// <summary>Null where the event does not say enough to ask by.</summary>
    public static PullPlace? Of(EventHints hints) =>
        hints is { Head: { } head, Base: { } target, HeadRef: { } branch, HeadRepository: { } repository }
            ? new(head, target, branch, repository)
            {
                Files = hints.ChangedFiles,
                Commits = hints.Commits,
                Comments = hints.Comments,
            }
            : null;

    /// <summary>Whether answers asked for here hold there.</summary>
    public bool IsSameAs(PullPlace other) =>
        Head == other.Head && Base == other.Base && HeadRef == other.HeadRef
        && string.Equals(HeadRepository, other.HeadRepository, StringComparison.OrdinalIgnoreCase);
}
