namespace ChangeSentinel.Paths;

/// <summary>One place in the index: the patterns that begin with the same segments.</summary>
/// <remarks>
/// A number of a pattern is its index in the rules; -1 is none, and the highest one wins. Two nodes fill one
/// line of the cache: what only a few readers ask for is kept elsewhere.
/// </remarks>
internal struct PathNode()
{
    /// <summary>The highest pattern below this node, this node's own left out.</summary>
    public int HighestBelow = -1;

    /// <summary>The highest pattern that may match a path whose last segment comes next.</summary>
    public int HighestNext = -1;

    /// <summary>The last pattern that matches the path that ends here.</summary>
    public int Here = -1;

    /// <summary>The last pattern that ends here and matches every path below.</summary>
    public int Below = -1;

    /// <summary>The node behind a <c>**</c>, which stays reached however deep the path goes on, or
    /// -1.</summary>
    public int AnyDepth = -1;

    /// <summary>The children with wildcards, or -1.</summary>
    public int Wildcards = -1;

    /// <summary>The children that are spelt out.</summary>
    public NameTable.Place Names;
}
