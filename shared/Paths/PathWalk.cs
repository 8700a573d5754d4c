namespace ChangeSentinel.Paths;

/// <summary>The nodes of an index that the folders of one path reach, level by level.</summary>
/// <remarks>Each level is a run of <c>reached</c>; a node stands at most once in a level.</remarks>
internal sealed class PathWalk(PathIndex index)
{
    private readonly PathNode[] nodes = index.Nodes;
    private readonly NameTable names = index.Names;
    private readonly WildcardTable wildcards = index.Wildcards;

    // The level on which each node behind a '**' was reached last.
    private readonly long[] anyDepthSeen = new long[index.AnyDepthCount + 1];
    private long level;
    private int[] reached = new int[64];

    /// <summary>The length of the run: where the next level begins.</summary>
    public int End { get; private set; }

    /// <summary>Nodes visited, and comparisons made for wildcards.</summary>
    public long Steps { get; private set; }

    public ref readonly PathNode this[int at] => ref nodes[reached[at]];

    public int NodeAt(int at) => reached[at];

    public void Count(int steps) => Steps += steps;

    /// <summary>Adds the entry if the segment matches it and it may still raise the floor.</summary>
    public void Try(in WildcardEntry entry, ReadOnlySpan<char> segment, int floor)
    {
        if (entry.Highest <= floor)
            return;
        var matches = entry.Segment.Matches(segment, out var steps);
        Steps += steps;
        if (matches)
            Add(entry.Node);
    }

    /// <summary>Forgets every level, then reaches the root.</summary>
    public void Restart(int floor)
    {
        End = 0;
        Add(PathIndex.Root);
        Settle(0, floor);
    }

    public void BackTo(int end) => End = end;

    /// <summary>
    /// Moves the level that begins at <paramref name="start"/> down over the ones before it.
    /// </summary>
    public void Overwrite(int target, int start)
    {
        Array.Copy(reached, start, reached, target, End - start);
        End = target + (End - start);
    }

    /// <summary>Adds what the level from <paramref name="start"/> on reaches through one segment.</summary>
    /// <remarks>
    /// Nodes that lead to no pattern above <paramref name="floor"/> are left out, here and below.
    /// </remarks>
    public void Advance(int start, ReadOnlySpan<char> segment, int floor, bool isLast)
    {
        var end = End;
        var (hash, hashed) = (0, false);
        for (var i = start; i < end; i++)
        {
            Steps++;
            ref readonly var node = ref nodes[reached[i]];
            if ((isLast ? node.HighestNext : node.HighestBelow) <= floor)
                continue;
            if (node.Names.Capacity > 0)
            {
                (hash, hashed) = (hashed ? hash : NameTable.HashOf(segment), true);
                if (names.Find(node.Names, segment, hash) is >= 0 and var child)
                    Add(child);
            }

            if (node.Wildcards >= 0)
                wildcards.Find(node.Wildcards, segment, floor, this);
        }
    }

    /// <summary>
    /// Makes the nodes from <paramref name="start"/> on a level that the walk may go on from.
    /// </summary>
    /// <remarks>
    /// The level before begins at <paramref name="previous"/>; what stands behind its <c>**</c> stays
    /// reached.
    /// </remarks>
    public void Settle(int start, int floor, int previous = -1)
    {
        level++;
        var found = End;
        End = start;
        for (var i = start; i < found; i++)
        {
            if (nodes[reached[i]].HighestBelow > floor)
                reached[End++] = reached[i];
        }

        for (int i = start, named = End; i < named; i++)
            AddAnyDepth(nodes[reached[i]].AnyDepth, floor);
        for (var i = previous; i >= 0 && i < start; i++)
        {
            if (IsAnyDepth(reached[i]))
                AddAnyDepth(reached[i], floor);
        }
    }

    private bool IsAnyDepth(int node) => node != PathIndex.Root && node < anyDepthSeen.Length;

    private void AddAnyDepth(int node, int floor)
    {
        if (node < 0 || nodes[node].HighestBelow <= floor)
            return;
        ref var seen = ref anyDepthSeen[node];
        if (seen == level)
            return;
        seen = level;
        Steps++;
        Add(node);
    }

    private void Add(int node)
    {
        if (End == reached.Length)
            Array.Resize(ref reached, reached.Length * 2);
        reached[End++] = node;
    }
}
