namespace ChangeSentinel.Paths;

/// <summary>Entries sorted by the text that their segments begin with, or end with.</summary>
/// <remarks>
/// All prefixes of a name that are in a sorted run lie on the chain from the last entry not after the name to
/// ever shorter prefixes of that entry, so that one binary search finds them all.
/// </remarks>
internal readonly struct AffixRun
{
    // A bit for each of the affixes' outermost characters, so that most names are turned away at once.
    private readonly ulong edges;

    private readonly int start;
    private readonly int highest = -1;
    private readonly bool fromEnd;

    /// <summary>The entries of one kind that begin at <paramref name="start"/>.</summary>
    public AffixRun(WildcardEntry[] entries, int start, SegmentKind kind)
    {
        this.start = start;
        fromEnd = kind == SegmentKind.Suffix;
        for (End = start; End < entries.Length && entries[End].Segment?.Kind == kind; End++)
        {
            ref var entry = ref entries[End];
            var affix = AffixOf(entry);
            entry.Outermost = affix[fromEnd ? ^1 : 0];
            entry.IsAlike = End > start && AffixOf(entries[End - 1]) == affix;
            entry.Shorter = entry.IsAlike
                ? entries[End - 1].Shorter
                : LongestWithin(entries, affix, End - 1);
            highest = Math.Max(highest, entry.Highest);
            edges |= EdgeOf(affix);
        }
    }

    public int End { get; }

    public void Find(WildcardEntry[] entries, ReadOnlySpan<char> segment, int floor, PathWalk walk)
    {
        if (highest <= floor || (edges & EdgeOf(segment)) == 0)
            return;
        var last = LastNotAfter(entries, segment, walk);
        for (var i = LongestWithin(entries, segment, last); i >= 0; i = entries[i].Shorter)
        {
            walk.Try(entries[i], segment, floor);
            for (var alike = i; entries[alike].IsAlike; alike--)
                walk.Try(entries[alike - 1], segment, floor);
        }
    }

    private ulong EdgeOf(ReadOnlySpan<char> text) => text is [] ? 0 : 1UL << (text[fromEnd ? ^1 : 0] & 63);

    private string AffixOf(in WildcardEntry entry) => fromEnd ? entry.Segment.Suffix : entry.Segment.Prefix;

    private int LongestWithin(WildcardEntry[] entries, ReadOnlySpan<char> text, int from)
    {
        if (from < start)
            return -1;
        SegmentPattern.CompareAffixes(AffixOf(entries[from]), text, fromEnd, out var common);
        var i = from;
        while (i >= 0 && AffixOf(entries[i]).Length > common)
            i = entries[i].Shorter;
        return i;
    }

    private int LastNotAfter(WildcardEntry[] entries, ReadOnlySpan<char> text, PathWalk walk)
    {
        var (low, high) = (start, End - 1);
        var edge = text[fromEnd ? ^1 : 0];
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            walk.Count(1);
            ref readonly var entry = ref entries[middle];
            var order = entry.Outermost - edge;
            if (order == 0)
                order = SegmentPattern.CompareAffixes(AffixOf(entry), text, fromEnd, out _);
            if (order <= 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }
}
