using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Decisions;

/// <summary>What one account has said of a change and not taken back.</summary>
internal sealed record Voice(Person Person)
{
    /// <summary>At most one of each head.</summary>
    public IReadOnlyList<Approval> Given { get; init; } = [];

    public Veto? Veto { get; init; }

    public bool IsSilent => Given.Count == 0 && Veto is null;

    public Voice Approving(Approval approval) => this with
    {
        Given = [.. Given.Where(each => each.Head != approval.Head), approval],
        Veto = null,
    };

    public Voice Objecting(Veto veto) => this with { Given = [], Veto = veto };

    /// <summary>A dismissed review stands for the reviews before it; comments can't be dismissed.</summary>
    /// <param name="approved">Whether it is known to have approved, which cleared an earlier objection.</param>
    public Voice Dismissed(bool approved) => this with
    {
        Given = [.. Given.Where(each => each.Channel is not ApprovalChannel.Review)],
        Veto = approved ? null : Veto,
    };

    public Voice TakingBack() => new(Person);

    /// <summary>
    /// What still matters: who approved the present head need not be told that an earlier approval lapsed.
    /// </summary>
    public IReadOnlyList<Approval> GivenAt(Sha head) =>
        Given.Any(each => each.Head == head) ? [.. Given.Where(each => each.Head == head)] : Given;
}
