using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>Groups what people said by who said it; records that may mean one person count as one.</summary>
public static class DistinctPeople
{
    /// <summary>Groups in the order of their first member, each in the order given.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IEnumerable<T> said, Func<T, Person> person)
    {
        var members = said.ToList();
        var leader = Enumerable.Range(0, members.Count).ToArray();
        var byMark = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, member) in members.Index())
        {
            foreach (var mark in PersonMarks.Of(person(member)))
            {
                if (!byMark.TryAdd(mark, index))
                    Join(leader, byMark[mark], index);
            }
        }

        return
        [
            .. members.Index().GroupBy(each => Leader(leader, each.Index))
                .Select(group => (IReadOnlyList<T>)[.. group.Select(each => each.Item)]),
        ];
    }

    private static void Join(int[] leader, int one, int other)
    {
        var (first, second) = (Leader(leader, one), Leader(leader, other));
        leader[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static int Leader(int[] leader, int index)
    {
        while (leader[index] != index)
            index = leader[index] = leader[leader[index]];
        return index;
    }
}
