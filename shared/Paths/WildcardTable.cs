namespace ChangeSentinel.Paths;

/// <summary>
/// The children with wildcards: for each parent the ones told by what they begin with, those told by what they
/// end with, and the others, side by side.
/// </summary>
internal sealed class WildcardTable(int parents, int children)
{
    private readonly Group[] groups = new Group[parents];
    private readonly WildcardEntry[] entries = new WildcardEntry[children];

    private int usedGroups;
    private int usedEntries;

    /// <summary>Adds the next child of the parent whose group comes next.</summary>
    /// <remarks>A parent's children come in the order of <see cref="SegmentPattern.Compare"/>.</remarks>
    public void Add(WildcardEntry child) => entries[usedEntries++] = child;

    /// <summary>Closes the group of the children added last.</summary>
    /// <returns>Its number.</returns>
    public int Close()
    {
        var start = usedGroups == 0 ? 0 : groups[usedGroups - 1].End;
        var prefixes = new AffixRun(entries, start, SegmentKind.Prefix);
        var suffixes = new AffixRun(entries, prefixes.End, SegmentKind.Suffix);
        groups[usedGroups] = new(prefixes, suffixes, usedEntries);
        return usedGroups++;
    }

    /// <summary>
    /// Adds to the walk every child of a group that the segment matches and that may still raise the floor.
    /// </summary>
    public void Find(int number, ReadOnlySpan<char> segment, int floor, PathWalk walk)
    {
        ref readonly var group = ref groups[number];
        group.Prefixes.Find(entries, segment, floor, walk);
        group.Suffixes.Find(entries, segment, floor, walk);
        for (var i = group.Suffixes.End; i < group.End; i++)
            walk.Try(entries[i], segment, floor);
    }

    private readonly record struct Group(AffixRun Prefixes, AffixRun Suffixes, int End);
}
