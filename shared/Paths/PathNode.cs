namespace ChangeSentinel.Paths;

/// <summary>One place in the index: the patterns that begin with the same segments.</summary>
/// <remarks>A number of a pattern is its index in the rules; -1 is none, and the highest one wins.</remarks>
internal struct PathNode()
{
    /// <summary>The highest pattern below this node, this node's own left out.</summary>
    public int HighestBelow = -1;

    /// <summary>
    /// The last pattern that ends here with <see cref="PatternEnd.Here"/>; the others alike.
    /// </summary>
    public int Here = -1;

    public int HereOrBelow = -1;

    public int Below = -1;

    /// <summary>The highest pattern that ends here or below.</summary>
    public int Highest = -1;

    /// <summary>The node behind a <c>**</c>, which stays reached however deep the path goes on.</summary>
    public int AnyDepth = -1;

    /// <summary>The number of this node among those behind a <c>**</c>.</summary>
    public int AnyDepthNumber = -1;

    public NameTable.Place Names;

    public WildcardIndex? Wildcards;
}
