namespace ChangeSentinel.Paths;

/// <summary>Every pattern of a list as one trie over segments; it never changes after it is built.</summary>
/// <remarks>
/// The root comes first and then the nodes behind a <c>**</c>, so that a node's number tells what it is. Among
/// the others, what lies below one folder is numbered together and in the order of the names: paths that are
/// read in order go through memory in order.
/// </remarks>
internal sealed record PathIndex(PathNode[] Nodes, NameTable Names, WildcardTable Wildcards)
{
    public const int Root = 0;

    /// <summary>For each node the patterns that end there.</summary>
    public required PathEnds[] Ends { get; init; }

    /// <summary>For each pattern the one before it that ends in the same place in the same way, or
    /// -1.</summary>
    public required int[] Earlier { get; init; }

    /// <summary>How many nodes stand behind a <c>**</c>.</summary>
    public required int AnyDepthCount { get; init; }
}
