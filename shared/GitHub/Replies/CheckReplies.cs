using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>One page of the check runs of a commit.</summary>
internal sealed record CheckRunsReply(CheckRunReply[] CheckRuns);

/// <summary>A check run.</summary>
/// <param name="Status">queued, in_progress or completed, among others.</param>
internal sealed record CheckRunReply(long Id, string Name, Sha HeadSha, string Status)
{
    /// <summary>Null until it is completed.</summary>
    public string? Conclusion { get; init; }

    public AppReply? App { get; init; }

    public CheckOutputReply? Output { get; init; }
}

internal sealed record AppReply(string? Slug = null);

internal sealed record CheckOutputReply(string? Title = null, string? Summary = null);
