namespace ChangeSentinel.Paths;

/// <summary>Every pattern of a list as one trie over segments; it never grows after it is built.</summary>
internal sealed class PathIndex
{
    public const int Root = 0;

    public required PathNode[] Nodes { get; init; }

    /// <summary>A number for each segment that any pattern spells out.</summary>
    public required Dictionary<string, int> Names { get; init; }

    /// <summary>The child of a node (high half of the key) for a name's number (low half).</summary>
    public required Dictionary<long, int> Children { get; init; }

    /// <summary>For each pattern the one before it that ends in the same place in the same way, or -1.</summary>
    public required int[] Earlier { get; init; }

    public required int AnyDepthCount { get; init; }

    public static long Edge(int node, int name) => ((long)node << 32) | (uint)name;
}
