namespace ChangeSentinel.Changes;

/// <summary>Which change is meant: a pull request of a repository, or a branch of a local one.</summary>
public abstract record ChangeReference
{
    private ChangeReference()
    {
    }

    /// <param name="Repository">`owner/name`.</param>
    public sealed record PullRequest(string Repository, int Number) : ChangeReference;

    /// <param name="Directory">A folder inside the repository's work tree, or a bare repository.</param>
    /// <param name="Base">A revision to compare against; null for the default branch.</param>
    /// <param name="Head">A revision; null for what is checked out.</param>
    public sealed record LocalBranch(string Directory, string? Base, string? Head) : ChangeReference;
}
