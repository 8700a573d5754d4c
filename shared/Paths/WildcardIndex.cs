namespace ChangeSentinel.Paths;

/// <summary>The wildcard children of one node, found by what they begin or end with.</summary>
internal sealed class WildcardIndex
{
    private readonly AffixIndex prefixes;
    private readonly AffixIndex suffixes;
    private readonly Entry[] others;

    public WildcardIndex(IReadOnlyList<Entry> entries, PathNode[] nodes)
    {
        var kinds = entries.ToLookup(KindOf);
        prefixes = new AffixIndex([.. kinds[Kind.Prefix]], nodes, fromEnd: false);
        suffixes = new AffixIndex([.. kinds[Kind.Suffix]], nodes, fromEnd: true);
        others = [.. kinds[Kind.Neither].OrderByDescending(entry => nodes[entry.Node].Highest)];
    }

    private enum Kind
    {
        Prefix,
        Suffix,
        Neither,
    }

    /// <summary>
    /// Adds to the walk every entry that the segment matches and that may still raise the floor.
    /// </summary>
    public void Find(ReadOnlySpan<char> segment, int floor, PathWalk walk)
    {
        prefixes.Find(segment, floor, walk);
        suffixes.Find(segment, floor, walk);
        foreach (var entry in others)
        {
            if (walk.HighestOf(entry.Node) <= floor)
                return;
            walk.Try(entry, segment);
        }
    }

    private static Kind KindOf(Entry entry)
    {
        var (prefix, suffix) = (entry.Segment.Prefix.Length, entry.Segment.Suffix.Length);
        if (prefix == 0 && suffix == 0)
            return Kind.Neither;
        return prefix >= suffix ? Kind.Prefix : Kind.Suffix;
    }

    internal sealed record Entry(SegmentPattern Segment, int Node);
}
