using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>Everything people have said about a change so far, in the order it was recorded.</summary>
public sealed record Statements
{
    public static Statements None { get; } = new();

    /// <summary>Approvals that were not withdrawn with `/unapprove`.</summary>
    public IReadOnlyList<Approval> Given { get; init; } = [];

    /// <summary>Vetoes that stand: those cleared are left out by who keeps them.</summary>
    public IReadOnlyList<Veto> Vetoes { get; init; } = [];

    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>
    /// Paths whose content at this head is exactly the three-way merge of what an approver saw with the new base,
    /// by the head that was approved. The door that can read blobs works it out.
    /// </summary>
    public IReadOnlyDictionary<Sha, IReadOnlySet<string>> CleanMerges { get; init; } =
        new Dictionary<Sha, IReadOnlySet<string>>();

    /// <summary>People whose earlier override still waits for its after-review.</summary>
    public IReadOnlyList<Person> OpenAfterReviews { get; init; } = [];

    /// <summary>What the author said about AI: true for used, false for not; null where nothing was said.</summary>
    public bool? DeclaredAi { get; init; }
}
