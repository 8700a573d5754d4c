using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>A person's objection; it blocks until it is cleared.</summary>
public sealed record Veto(Person Person, int Rank, string Reason, DateTimeOffset At)
{
    public ApprovalChannel Channel { get; init; }
}
