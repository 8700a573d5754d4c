using ChangeSentinel.Approvals;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Reports;

/// <summary>The words for states, verdicts and signals, as people and JSON readers see them.</summary>
public static class DecisionNames
{
    public static string Name(this DecisionState state) => state switch
    {
        DecisionState.NotApplicable => "not-applicable",
        DecisionState.Waiting => "waiting",
        DecisionState.Approved => "approved",
        DecisionState.Vetoed => "vetoed",
        DecisionState.Overridden => "overridden",
        DecisionState.Undecided => "undecided",
        DecisionState.NoPolicy => "no-policy",
        DecisionState.BadPolicy => "bad-policy",
    };

    public static string Name(this ProvenanceVerdict verdict) => verdict switch
    {
        ProvenanceVerdict.None => "none",
        ProvenanceVerdict.DeclaredHuman => "declared-human",
        ProvenanceVerdict.Assisted => "assisted",
        ProvenanceVerdict.Agent => "agent",
    };

    public static string Name(this SignalStrength strength) => strength switch
    {
        SignalStrength.Weak => "weak",
        SignalStrength.Strong => "strong",
        SignalStrength.Certain => "certain",
    };

    public static string Name(this SignalKind kind) => kind switch
    {
        SignalKind.Account => "account",
        SignalKind.CoAuthor => "co-author",
        SignalKind.Disclosure => "disclosure",
        SignalKind.Footer => "footer",
        SignalKind.Session => "session",
        SignalKind.Branch => "branch",
        SignalKind.Description => "description",
        SignalKind.Declaration => "declaration",
        SignalKind.Prose => "prose",
        SignalKind.Attestation => "attestation",
        SignalKind.Marker => "marker",
        SignalKind.Negative => "negative",
    };

    public static string Name(this ApprovalChannel channel) => channel switch
    {
        ApprovalChannel.Review => "review",
        ApprovalChannel.Comment => "comment",
        ApprovalChannel.Chat => "chat",
        ApprovalChannel.Terminal => "terminal",
    };

    public static string Name(this ApprovalStrength strength) => strength switch
    {
        ApprovalStrength.Chat => "chat",
        ApprovalStrength.GitHub => "github",
    };
}
