using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>What a pull request is gathered with, beside the GitHub it lives on.</summary>
public sealed record GatherOptions
{
    /// <summary>Speaks as an account that may read teams; null where no members-token was given.</summary>
    public GitHubApi? Members { get; init; }

    /// <summary>What the event already says; null where there is none.</summary>
    public EventHints? Hints { get; init; }
}

/// <summary>
/// What the payload of an event says about its pull request. It saves waiting and is never believed: what was asked
/// by it is asked again where the pull request says otherwise.
/// </summary>
/// <param name="Number">The pull request it is about.</param>
public sealed record EventHints(int Number)
{
    public Sha? Head { get; init; }

    /// <summary>The base branch, without `refs/heads/`.</summary>
    public string? Base { get; init; }

    public string? HeadRef { get; init; }

    /// <summary>`owner/name`.</summary>
    public string? HeadRepository { get; init; }

    public int? ChangedFiles { get; init; }

    public int? Commits { get; init; }

    public int? Comments { get; init; }
}
