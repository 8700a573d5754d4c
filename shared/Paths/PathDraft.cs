namespace ChangeSentinel.Paths;

/// <summary>A node of an index that is still being built.</summary>
internal sealed class PathDraft
{
    public PathNode Node = new();

    /// <summary>The number the node will have.</summary>
    public int Number { get; set; }

    public List<(SegmentPattern Segment, PathDraft Draft)> Children { get; } = [];

    /// <summary>Where the last pattern that ends like this is kept.</summary>
    public ref int LastOf(PatternEnd end)
    {
        if (end == PatternEnd.Here)
            return ref Node.Here;
        if (end == PatternEnd.Below)
            return ref Node.Below;
        return ref Node.HereOrBelow;
    }

    /// <summary>Takes over from the children what the highest patterns are; theirs must be known.</summary>
    public void Sum()
    {
        foreach (var (_, child) in Children)
            Node.HighestBelow = Math.Max(Node.HighestBelow, child.Node.Highest);
        var here = Math.Max(Node.Here, Math.Max(Node.HereOrBelow, Node.Below));
        Node.Highest = Math.Max(Node.HighestBelow, here);
    }
}
