using System.Runtime.InteropServices;

namespace ChangeSentinel.Paths;

/// <summary>Builds the index of a list of patterns.</summary>
internal sealed class BuildPathIndex
{
    private readonly List<PathNode> nodes = [new()];
    private readonly List<int> parents = [-1];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> children = [];
    private readonly Dictionary<(int Node, string Code), int> wildcardChildren = [];
    private readonly Dictionary<int, List<WildcardIndex.Entry>> wildcards = [];
    private readonly int[] earlier;
    private int anyDepthCount;

    private BuildPathIndex(int patterns) => earlier = new int[patterns];

    public static PathIndex From(IReadOnlyList<PathPattern> patterns)
    {
        var build = new BuildPathIndex(patterns.Count);
        for (var i = 0; i < patterns.Count; i++)
            build.Add(patterns[i], i);
        return build.Finish();
    }

    private void Add(PathPattern pattern, int number)
    {
        earlier[number] = -1;
        if (pattern.End == PatternEnd.Never)
            return;
        var node = PathIndex.Root;
        foreach (var segment in pattern.Segments)
            node = Child(node, segment);
        ref var end = ref EndOf(ref Node(node), pattern.End);
        earlier[number] = end;
        end = number;
    }

    private static ref int EndOf(ref PathNode node, PatternEnd end)
    {
        if (end == PatternEnd.Here)
            return ref node.Here;
        if (end == PatternEnd.Below)
            return ref node.Below;
        return ref node.HereOrBelow;
    }

    private int Child(int node, SegmentPattern segment)
    {
        if (segment.IsAnyDepth)
            return AnyDepthChild(node);
        return segment.IsLiteral ? NamedChild(node, segment.Code) : WildcardChild(node, segment);
    }

    private int AnyDepthChild(int node)
    {
        if (Node(node).AnyDepth < 0)
        {
            var child = NewNode(node);
            Node(child).AnyDepthNumber = anyDepthCount++;
            Node(node).AnyDepth = child;
        }

        return Node(node).AnyDepth;
    }

    private int NamedChild(int node, string name)
    {
        if (!names.TryGetValue(name, out var number))
            names.Add(name, number = names.Count);
        var edge = PathIndex.Edge(node, number);
        if (!children.TryGetValue(edge, out var child))
            children.Add(edge, child = NewNode(node));
        Node(node).HasNames = true;
        return child;
    }

    private int WildcardChild(int node, SegmentPattern segment)
    {
        if (wildcardChildren.TryGetValue((node, segment.Code), out var known))
            return known;
        var child = NewNode(node);
        wildcardChildren.Add((node, segment.Code), child);
        if (!wildcards.TryGetValue(node, out var entries))
            wildcards.Add(node, entries = []);
        entries.Add(new WildcardIndex.Entry(segment, child));
        return child;
    }

    private int NewNode(int parent)
    {
        nodes.Add(new PathNode());
        parents.Add(parent);
        return nodes.Count - 1;
    }

    private ref PathNode Node(int node) => ref CollectionsMarshal.AsSpan(nodes)[node];

    private PathIndex Finish()
    {
        // A child is always made after its parent.
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            ref var node = ref Node(i);
            node.Highest = Math.Max(node.HighestBelow, Math.Max(node.Here, Math.Max(node.HereOrBelow, node.Below)));
            ref var parent = ref Node(parents[i]);
            parent.HighestBelow = Math.Max(parent.HighestBelow, node.Highest);
        }

        var finished = nodes.ToArray();
        foreach (var (node, entries) in wildcards)
            finished[node].Wildcards = new WildcardIndex(entries, finished);
        return new PathIndex
        {
            Nodes = finished,
            Names = names,
            Children = children,
            Earlier = earlier,
            AnyDepthCount = anyDepthCount,
        };
    }
}
