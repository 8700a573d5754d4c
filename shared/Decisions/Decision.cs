using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Decisions;

/// <summary>Where a change stands; `shadow` is a flag beside it.</summary>
public enum DecisionState
{
    NotApplicable,
    Waiting,
    Approved,
    Vetoed,
    Overridden,

    /// <summary>A fact of the change itself is missing; nothing passes but an override.</summary>
    Undecided,
    NoPolicy,
    BadPolicy,
}

/// <summary>Somebody who could approve, or the reason why not.</summary>
/// <param name="Why">A clause: "she wrote 4be1c0d", "below senior"; empty where the person is
/// eligible.</param>
public sealed record Candidate(Person Person, string? Rung, bool Eligible, string Why);

/// <summary>Somebody who approved an earlier content, to be asked before anybody else.</summary>
/// <param name="Approved">The head that was approved.</param>
/// <param name="ChangedPaths">What is new to them, by path.</param>
public sealed record ReAsk(Person Person, Sha Approved, IReadOnlyList<string> ChangedPaths);

/// <summary>What is asked of whom, what of it is met, and why.</summary>
public sealed record Decision
{
    public required DecisionState State { get; init; }

    /// <summary>True where the policy only reports: nothing blocks, whatever the state.</summary>
    public bool Shadow { get; init; }

    /// <summary>Null for no policy and bad policy.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>
    /// What the provenance counts as under the policy: a contradiction or `undeclared` may make it AI.
    /// </summary>
    public ProvenanceVerdict CountsAs { get; init; }

    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>
    /// The name of the author's rung; "none" below the lowest, "unknown" where it could not be read.
    /// </summary>
    public string AuthorRung { get; init; } = "none";

    /// <summary>Why the author stands there, a whole sentence.</summary>
    public string AuthorRungReason { get; init; } = "";

    /// <summary>Everyone the policy names or whom facts name, eligible ones first.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Teams and roles whose members would be eligible but could not be read here.</summary>
    public IReadOnlyList<string> UnreadGroups { get; init; } = [];

    /// <summary>Approvals that count at this head.</summary>
    public IReadOnlyList<Approval> Counted { get; init; } = [];

    /// <summary>Approvals that do not count, each with the reason as a whole sentence.</summary>
    public IReadOnlyList<(Approval Approval, string Why)> NotCounted { get; init; } = [];

    /// <summary>Who gave an approval that new content voids, asked first.</summary>
    public IReadOnlyList<ReAsk> AskAgain { get; init; } = [];

    /// <summary>Vetoes that stand.</summary>
    public IReadOnlyList<Veto> Vetoes { get; init; } = [];

    /// <summary>The overrides that let it pass.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>
    /// Who would unblock it and why nobody else can, where nobody eligible is left; else null.
    /// </summary>
    public string? Deadlock { get; init; }

    /// <summary>Every reason for the state, whole sentences, most important first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What the reader should know besides: contradictions, warnings, how facts were read.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
