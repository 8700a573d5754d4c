namespace ChangeSentinel.Paths;

/// <summary>A node of an index that is still being built.</summary>
/// <remarks>Drafts are named by their place in a list. The root is at nought, so nought ends a chain.</remarks>
internal struct PathDraft(DraftSegment? segment, int parent)
{
    public PathEnds Ends = new();

    /// <summary>The segment that leads here from the parent; none leads to the root.</summary>
    public readonly DraftSegment? Segment = segment;

    public readonly int Parent = parent;

    /// <summary>The draft before it with the same segment.</summary>
    public int Alike;

    public int FirstChild;

    public int NextSibling;

    /// <summary>How many children are spelt out.</summary>
    public int Names;

    public int Wildcards;

    /// <summary>The highest pattern below, this draft's own left out.</summary>
    public int HighestBelow = -1;

    public readonly int Highest => Math.Max(HighestBelow, Ends.Highest);
}
