using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Effects;

/// <summary>
/// What is shown where a change could not be read at all: what stood there before says nothing any more.
/// </summary>
public static class PlanUndecided
{
    /// <param name="decision">Undecided, with the reason.</param>
    /// <param name="present">Our check of that name on the head; null where none is known.</param>
    public static IReadOnlyList<Effect> Of(
        ShownCheck shown, Decision decision, PublishedCheck? present, ReportContext context) =>
        PlanChecks.Changed(
            shown.Head,
            new(
                shown.Name, CheckStates.Of(decision), DecisionSentence.Of(decision),
                CheckSummary.Of(decision, context)),
            present);
}

/// <summary>Which check shows what is decided of a change.</summary>
public sealed record ShownCheck(Sha Head, string Name);
