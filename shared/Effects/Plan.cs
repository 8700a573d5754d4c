using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Effects;

/// <summary>What is to be written: wanted minus published, so that a second run writes nothing.</summary>
public static class Plan
{
    /// <summary>Checks first, then labels, then the comment; a label is created before it is added.</summary>
    public static IReadOnlyList<Effect> Effects(Decision decision, Gathered gathered, PlanContext context) =>
    [
        .. context.Wishes.WritesCheck
            ? PlanChecks.Of(new(gathered.Change, decision), gathered, context)
            : [],
        .. PlanLabels.Of(decision, gathered.Published),
        .. Comment(decision, gathered, context),
    ];

    /// <summary>
    /// What stands on a head before its facts are read; null where our check there waits already.
    /// </summary>
    /// <param name="present">Our check of that name on the head; null where there is none.</param>
    public static Effect.SetCheck? Waiting(Sha head, string name, PublishedCheck? present) =>
        present?.State is CheckState.InProgress ? null : new(head, CheckReports.Reading(name), present?.Id);

    /// <summary>The check of a merge group, which passes where every member does.</summary>
    /// <param name="present">Our check on the group's head; null where there is none.</param>
    public static IReadOnlyList<Effect> Group(DecidedGroup group, PublishedCheck? present) =>
        PlanChecks.Changed(group.Head, CheckReports.OfGroup(group), present);

    private static IEnumerable<Effect> Comment(Decision decision, Gathered gathered, PlanContext context)
    {
        var present = gathered.Published.Comment;
        var isWanted = context.Wishes.Comment switch
        {
            CommentWish.Always => true,
            CommentWish.OnBlock => present is not null || !CheckStates.Passes(decision),
            CommentWish.Off => false,
        };
        if (!isWanted)
            yield break;

        var text = CommentMarkdown.Of(decision, gathered.Change, context.Report);
        if (present is null || !SameText.Is(present.Text, text))
            yield return new Effect.WriteComment(text, present?.Id);
    }
}
