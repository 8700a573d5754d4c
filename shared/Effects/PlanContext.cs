using ChangeSentinel.Changes;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Effects;

/// <summary>What a plan is made from beside the decision and the facts.</summary>
public sealed record PlanContext(Wishes Wishes, ReportContext Report)
{
    /// <summary>
    /// The other open changes with the same head, in any order; those whose check has another name are passed over.
    /// While they are unknown the check does not pass.
    /// </summary>
    public Known<IReadOnlyList<DecidedChange>> Sharing { get; init; } =
        Known.Fact<IReadOnlyList<DecidedChange>>([]);
}
