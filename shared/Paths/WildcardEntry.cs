namespace ChangeSentinel.Paths;

/// <summary>A child with wildcards.</summary>
/// <param name="Highest">The highest pattern that ends there or below.</param>
internal record struct WildcardEntry(SegmentPattern Segment, int Node, int Highest)
{
    /// <summary>
    /// The last entry of its run with the longest other affix that this one begins (or ends) with, or -1.
    /// </summary>
    public int Shorter { get; set; } = -1;

    /// <summary>The entry before it in its run has the same affix.</summary>
    public bool IsAlike { get; set; }

    /// <summary>The first (or last) character of the affix, which decides most comparisons.</summary>
    public char Outermost { get; set; }
}
