using ChangeSentinel.Changes;

namespace ChangeSentinel.Action.Workflow;

/// <summary>What an event already says of a pull request; each null where it doesn't.</summary>
internal sealed record EventHints
{
    public Sha? Head { get; init; }

    public int? Files { get; init; }

    public int? Commits { get; init; }

    public string? Base { get; init; }

    public string? DefaultBranch { get; init; }

    public string? HeadRepository { get; init; }

    public string? HeadBranch { get; init; }
}
