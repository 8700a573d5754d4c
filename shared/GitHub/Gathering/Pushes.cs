using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Who moved the branch of a change, and where to.</summary>
/// <param name="FormerHeads">Every other head it had, newest first.</param>
internal sealed record Pushes(Known<IReadOnlyList<Person>> Pushers, IReadOnlyList<Sha> FormerHeads)
{
    /// <summary>Of a record longer than this, only so much is read.</summary>
    public const int MostMoves = 1_000;

    public static Pushes Unknown(string reason) => new(new Known<IReadOnlyList<Person>>.Unknown(reason), []);

    /// <summary>Reads the record of a branch, newest move first.</summary>
    /// <param name="branch">For messages.</param>
    public static Pushes From(IReadOnlyList<ActivityReply> record, Comparison comparison, string branch)
    {
        var end = End(record, comparison.MergeBase);
        var start = end >= 0 ? record[end] : null;
        var life = record.Take(end >= 0 ? end + 1 : record.Count)
            .Where(move => move.ActivityType != Deletion)
            .ToList();
        IReadOnlyList<Sha> heads =
        [
            .. life.SelectMany(move => new[] { move.After, ReferenceEquals(move, start) ? "" : move.Before })
                .Where(IsCommit)
                .Select(Sha.Parse)
                .Where(sha => sha != comparison.Head && sha != comparison.MergeBase)
                .Distinct(),
        ];
        return new(PushersOf(record, life, comparison, branch), heads);
    }

    /// <summary>Whether the rest of the record can tell nothing about this change.</summary>
    public static bool IsEnough(IReadOnlyList<ActivityReply> record, Sha mergeBase) =>
        record.Count >= MostMoves || End(record, mergeBase) >= 0;

    private const string Creation = "branch_creation";
    private const string Deletion = "branch_deletion";

    private static Known<IReadOnlyList<Person>> PushersOf(
        IReadOnlyList<ActivityReply> record, List<ActivityReply> life, Comparison comparison, string branch)
    {
        var head = comparison.Head.ToString();
        if (!life.Exists(move => string.Equals(move.After, head, StringComparison.OrdinalIgnoreCase)))
            return new Known<IReadOnlyList<Person>>.Unknown(
                $"GitHub's record of {branch} does not show yet who moved it to {comparison.Head.Short}; "
                + "run again in a minute, and where that does not help push once more");
        if (record.Count >= MostMoves && End(record, comparison.MergeBase) < 0)
            return new Known<IReadOnlyList<Person>>.Unknown(
                $"{branch} was moved more than {MostMoves} times since it left its base; "
                + "open the pull request from a new branch");

        var pushers = new List<Person>();
        foreach (var actor in life.Select(move => ReadPeople.Account(move.Actor)))
            if (!pushers.Contains(actor))
                pushers.Add(actor);
        return Known.Fact<IReadOnlyList<Person>>(pushers);
    }

    /// <summary>
    /// The move with which this change's branch began, or -1: its creation, or a move onto the merge base. Going back
    /// there by force ends nothing, nor does a creation that only restores what was deleted.
    /// </summary>
    private static int End(IReadOnlyList<ActivityReply> record, Sha mergeBase)
    {
        var start = mergeBase.ToString();
        for (var index = 0; index < record.Count; index++)
        {
            var move = record[index];
            if (move.ActivityType == Creation && !Restores(record, index))
                return index;
            if (move.ActivityType is not (Creation or Deletion or "force_push")
                && string.Equals(move.After, start, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return -1;
    }

    private static bool IsCommit(string text) =>
        Sha.TryParse(text, out _) && text.AsSpan().ContainsAnyExcept('0');

    private static bool Restores(IReadOnlyList<ActivityReply> record, int creation) =>
        creation + 1 < record.Count
        && record[creation + 1] is { ActivityType: Deletion, Before: var deleted }
        && string.Equals(deleted, record[creation].After, StringComparison.OrdinalIgnoreCase);
}
