using System.Diagnostics;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Effects;

/// <summary>Which checks are written: on the head, and on former heads that must no longer be found green.</summary>
internal static class PlanChecks
{
    public static IEnumerable<Effect> Of(DecidedChange decided, Gathered gathered, PlanContext context)
    {
        var change = decided.Change;
        var report = Report(decided, gathered, context);
        return
        [
            .. Changed(change.Head, report, gathered.Published.Check(report.Name, change.Head)),
            .. CheckStates.Passes(decided.Decision)
                ? []
                : Superseded(change, CheckReports.Of(report.Name, [decided], context.Report), gathered.Published),
        ];
    }

    public static IReadOnlyList<Effect> Changed(Sha head, CheckReport report, PublishedCheck? present) =>
        present is not null && Shows(present, report) ? [] : [new Effect.SetCheck(head, report, present?.Id)];

    private static CheckReport Report(DecidedChange decided, Gathered gathered, PlanContext context)
    {
        var name = gathered.CheckName;
        return context.Sharing switch
        {
            Known<IReadOnlyList<DecidedChange>>.Fact { Value: var others } => CheckReports.Of(
                name, [decided, .. others.Where(other => Shares(other, decided, gathered))], context.Report),
            Known<IReadOnlyList<DecidedChange>>.Unknown { Reason: var why }
                when CheckStates.Passes(decided.Decision) => CheckReports.Undivided(name, decided, why, context.Report),
            Known<IReadOnlyList<DecidedChange>>.Unknown => CheckReports.Of(name, [decided], context.Report),
            _ => throw new UnreachableException(),
        };
    }

    private static bool Shares(DecidedChange other, DecidedChange decided, Gathered gathered) =>
        other.Number != decided.Number
        && other.Change.Head == decided.Change.Head
        && string.Equals(
            CheckName.For(gathered.Naming, other.Change.Base, decided.Change.DefaultBranch),
            gathered.CheckName,
            StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Every check of ours on a former head, whatever its name, that isn't known to block: the change may be pushed
    /// back to it, or turned to another base.
    /// </summary>
    private static IEnumerable<Effect> Superseded(Change change, CheckReport report, Published published)
    {
        var former = change.FormerHeads.Where(head => head != change.Head).ToHashSet();
        return published.Checks
            .Where(check => former.Contains(check.Head))
            .Where(check => check.State is not (CheckState.InProgress or CheckState.ActionRequired))
            .Select(check => new Effect.SetCheck(
                check.Head, CheckReports.Superseded(check.Name, change.Head, report), check.Id));
    }

    private static bool Shows(PublishedCheck present, CheckReport report) =>
        present.State == report.State
        && SameText.Is(present.Title, report.Title)
        && SameText.Is(present.Summary, report.Summary);
}
