using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Effects;

/// <summary>Writes what checks show.</summary>
internal static class CheckReports
{
    private const int MostNumbers = 10;

    /// <summary>
    /// One check for every open change of a head: the strictest decision, the same whoever of them asks.
    /// </summary>
    /// <param name="sharing">At least one.</param>
    public static CheckReport Of(string name, IReadOnlyList<DecidedChange> sharing, ReportContext context)
    {
        var shown = Strictest.Of(sharing);
        var sentence = DecisionSentence.Of(shown.Decision);
        var (title, lead) = sharing.Count == 1
            ? (sentence, "")
            : (Title($"{Reference(shown.Number)}: {sentence}"), Lead(sharing, shown));
        return new(name, CheckStates.Of(shown.Decision), title, CheckSummary.Of(shown.Decision, context, lead));
    }

    /// <summary>Where it isn't known which other changes share the head: what passes alone must wait.</summary>
    /// <param name="why">A clause that completes "unknown, because …".</param>
    public static CheckReport Undivided(string name, DecidedChange decided, string why, ReportContext context)
    {
        var unknown = $"Which other open pull requests have this head is unknown, because {why}.";
        return new(
            name,
            CheckState.InProgress,
            Title("Undecided: " + unknown),
            CheckSummary.Of(decided.Decision, context, MarkdownText.Sentence(unknown) + "\n"));
    }

    public static CheckReport Reading(string name) => new(
        name,
        CheckState.InProgress,
        "ChangeSentinel is reading the change; nothing is decided yet.",
        "The files, commits and reviews of this head are being read. The decision will stand here.\n");

    /// <summary>What stands on a former head of a change that is blocked now.</summary>
    /// <param name="name">The name the check there has.</param>
    /// <param name="present">What the change's present head shows.</param>
    public static CheckReport Superseded(string name, Sha head, CheckReport present) => present with
    {
        Name = name,
        Title = Title($"Superseded by {head.Short}: {present.Title}"),
        Summary = CheckSummary.Cut(
            $"This was a head of the change once. Its present head is {head.Short}, and what is decided there holds "
            + $"here too, so that nothing passes by going back.\n\n{present.Summary}"),
    };

    public static CheckReport OfGroup(DecidedGroup group)
    {
        if (group.Members is not Known<IReadOnlyList<DecidedChange>>.Fact { Value: [_, ..] known })
            return Unread(group);

        IReadOnlyList<DecidedChange> members = [.. known.OrderBy(member => member.Number)];
        var holder = members.MinBy(member => Strictest.Leniency(AsMember(member)))!;
        var state = AsMember(holder);
        var title = state.Passes()
            ? $"Every pull request of this group passes: {Numbers(members)}"
            : $"#{holder.Number} holds the group: {DecisionSentence.Of(holder.Decision)}";
        return new(group.CheckName, state, Title(title), CheckSummary.Cut(Table(members)));
    }

    /// <summary>
    /// Who waits for an approval would hold the queue up, so it leaves; a fact that is missing may still come.
    /// </summary>
    private static CheckState AsMember(DecidedChange member) => CheckStates.Of(member.Decision) switch
    {
        CheckState.Success or CheckState.Neutral => CheckState.Success,
        CheckState.InProgress when member.Decision.State is DecisionState.Undecided => CheckState.InProgress,
        CheckState.InProgress or CheckState.ActionRequired => CheckState.ActionRequired,
    };

    private static string Table(IReadOnlyList<DecidedChange> members) =>
        "A merge group passes where each of its pull requests does, at its own head.\n\n"
        + "| pull request | head | state | |\n|---|---|---|---|\n"
        + string.Concat(members.Select(member =>
            $"| {Reference(member.Number)} | {member.Change.Head.Short} | {member.Decision.State.Name()} "
            + $"| {MarkdownText.Words(DecisionSentence.Of(member.Decision))} |\n"));

    private static CheckReport Unread(DecidedGroup group)
    {
        var sentence = group.Members is Known<IReadOnlyList<DecidedChange>>.Unknown { Reason: var why }
            ? $"Undecided: the pull requests of this merge group are unknown, because {why}."
            : "Undecided: no pull request of this merge group is known.";
        return new(group.CheckName, CheckState.InProgress, Title(sentence), MarkdownText.Words(sentence) + "\n");
    }

    private static string Lead(IReadOnlyList<DecidedChange> sharing, DecidedChange shown) =>
        $"{Numbers(sharing)} have this head and this check in common: the strictest decision is shown, that of "
        + $"{Reference(shown.Number)}.\n";

    private static string Numbers(IReadOnlyList<DecidedChange> sharing)
    {
        IReadOnlyList<string> numbers = [.. sharing.Select(each => each.Number).Order().Select(Reference)];
        return numbers.Count > MostNumbers ? Wording.Some(numbers, MostNumbers) : Wording.And(numbers);
    }

    private static string Reference(int number) => $"#{number}";

    private static string Title(string sentence) => DecisionSentence.Cut(VisibleText.Of(sentence));
}
