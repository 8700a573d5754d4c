namespace ChangeSentinel.Paths;

/// <summary>Every pattern of a list as one trie over segments; it never changes after it is built.</summary>
/// <param name="Earlier">For each pattern the one before it that ends in the same place in the same way, or
/// -1.</param>
/// <param name="AnyDepthCount">How many nodes stand behind a <c>**</c>.</param>
internal sealed record PathIndex(PathNode[] Nodes, NameTable Names, int[] Earlier, int AnyDepthCount)
{
    public const int Root = 0;
}
