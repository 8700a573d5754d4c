using ChangeSentinel.Changes;
using ChangeSentinel.Policies;

namespace ChangeSentinel.GitHub;

/// <summary>What a pull request is gathered with, beside the GitHub it lives on.</summary>
public sealed record GatherOptions
{
    /// <summary>Speaks as an account that may read teams; null where no members-token was given.</summary>
    public GitHubApi? Members { get; init; }

    /// <summary>What the event already says; null where there is none.</summary>
    public EventHints? Hints { get; init; }

    /// <summary>
    /// Told once it is known where the pull request stands and by which policy, while its facts are still read; what
    /// it throws ends the gathering. Told again where the pull request moved on meanwhile. Null for nobody.
    /// </summary>
    public Func<PlacedPull, Task>? WhenPlaced { get; init; }
}

/// <summary>Where a pull request stands, and by which policy it is judged.</summary>
/// <param name="Base">The base branch, without `refs/heads/`.</param>
/// <param name="Policy">Null where neither the base nor the default branch has one.</param>
public sealed record PlacedPull(Sha Head, string Base, PolicyReading? Policy)
{
    public bool Closed { get; init; }

    /// <summary>The name of the check of such changes.</summary>
    public required string CheckName { get; init; }

    /// <summary>Our latest check run of each name on the head.</summary>
    public IReadOnlyList<PublishedCheck> Checks { get; init; } = [];
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
