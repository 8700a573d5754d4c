namespace ChangeSentinel.Paths;

/// <summary>Segment patterns sorted by the text that they begin with, or end with.</summary>
/// <remarks>
/// All prefixes of a name that are in a sorted list lie on the chain from the last entry not after the name
/// to ever shorter prefixes of that entry, so that one binary search finds them all.
/// </remarks>
internal sealed class AffixIndex
{
    private readonly bool fromEnd;
    private readonly string[] affixes;

    // The first (or last) character of each, which decides most comparisons.
    private readonly char[] outermost;

    private readonly WildcardIndex.Entry[][] entries;

    // The longest other affix that this one begins (or ends) with, or -1.
    private readonly int[] shorter;

    private readonly int highest = -1;

    // A bit for each of the affixes' outermost characters, so that most names are turned away at once.
    private readonly ulong edges;

    public AffixIndex(IReadOnlyList<WildcardIndex.Entry> all, PathNode[] nodes, bool fromEnd)
    {
        this.fromEnd = fromEnd;
        foreach (var entry in all)
        {
            highest = Math.Max(highest, nodes[entry.Node].Highest);
            edges |= EdgeOf(AffixOf(entry));
        }

        var groups = all.GroupBy(AffixOf, StringComparer.Ordinal).ToArray();
        Array.Sort(groups, (left, right) => Compare(left.Key, right.Key, out _));
        affixes = [.. groups.Select(group => group.Key)];
        outermost = [.. affixes.Select(affix => affix[fromEnd ? ^1 : 0])];
        entries = [.. groups.Select(group => group.ToArray())];
        shorter = new int[affixes.Length];
        for (var i = 0; i < affixes.Length; i++)
            shorter[i] = LongestWithin(affixes[i], i - 1);
    }

    public void Find(ReadOnlySpan<char> segment, int floor, PathWalk walk)
    {
        if (highest <= floor || (edges & EdgeOf(segment)) == 0)
            return;
        for (var i = LongestWithin(segment, LastNotAfter(segment, walk)); i >= 0; i = shorter[i])
        {
            foreach (var entry in entries[i])
            {
                if (walk.HighestOf(entry.Node) > floor)
                    walk.Try(entry, segment);
            }
        }
    }

    private ulong EdgeOf(ReadOnlySpan<char> text) => text is [] ? 0 : 1UL << (text[fromEnd ? ^1 : 0] & 63);

    private string AffixOf(WildcardIndex.Entry entry) =>
        fromEnd ? entry.Segment.Suffix : entry.Segment.Prefix;

    private int LongestWithin(ReadOnlySpan<char> text, int start)
    {
        if (start < 0)
            return -1;
        Compare(affixes[start], text, out var common);
        var i = start;
        while (i >= 0 && affixes[i].Length > common)
            i = shorter[i];
        return i;
    }

    private int LastNotAfter(ReadOnlySpan<char> text, PathWalk walk)
    {
        var (low, high) = (0, affixes.Length - 1);
        var edge = text[fromEnd ? ^1 : 0];
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            walk.Count(1);
            var order = outermost[middle] - edge;
            if ((order == 0 ? Compare(affixes[middle], text, out _) : order) <= 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }

    private int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right, out int common)
    {
        if (!fromEnd)
        {
            common = left.CommonPrefixLength(right);
            return common == left.Length || common == right.Length
                ? left.Length - right.Length
                : left[common] - right[common];
        }

        common = 0;
        var shared = Math.Min(left.Length, right.Length);
        while (common < shared && left[^(common + 1)] == right[^(common + 1)])
            common++;
        return common == shared ? left.Length - right.Length : left[^(common + 1)] - right[^(common + 1)];
    }
}
