using System.Runtime.InteropServices;

namespace ChangeSentinel.Paths;

/// <summary>Builds the index of a list of patterns.</summary>
internal sealed class BuildPathIndex
{
    private readonly PathDraft root = new();
    private readonly Dictionary<(PathDraft Parent, string Code), PathDraft> drafts = [];
    private readonly int[] earlier;

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
        var draft = root;
        foreach (var segment in pattern.Segments)
            draft = Child(draft, segment);
        ref var last = ref draft.LastOf(pattern.End);
        earlier[number] = last;
        last = number;
    }

    private PathDraft Child(PathDraft parent, SegmentPattern segment)
    {
        ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(drafts, (parent, segment.Code), out _);
        if (child is null)
        {
            child = new PathDraft();
            parent.Children.Add((segment, child));
        }

        return child;
    }

    private PathIndex Finish()
    {
        var ordered = InPreorder();
        for (var i = ordered.Count - 1; i >= 0; i--)
            ordered[i].Sum();
        var anyDepthCount = NumberAnyDepth(ordered);

        var names = new NameTable([.. ordered.Select(NamesOf)]);
        var nodes = new PathNode[ordered.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = ordered[i].Node;
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i].Names = names.Places[i];
            if (WildcardsOf(ordered[i]) is { Count: > 0 } wildcards)
                nodes[i].Wildcards = new WildcardIndex(wildcards, nodes);
        }

        return new PathIndex(nodes, names, earlier, anyDepthCount);
    }

    // What lies below one folder is numbered together, so that paths read in order find it together in
    // memory.
    private List<PathDraft> InPreorder()
    {
        var ordered = new List<PathDraft>(drafts.Count + 1);
        var open = new Stack<PathDraft>([root]);
        while (open.TryPop(out var draft))
        {
            draft.Number = ordered.Count;
            ordered.Add(draft);
            foreach (var (_, child) in draft.Children)
                open.Push(child);
        }

        return ordered;
    }

    private static int NumberAnyDepth(List<PathDraft> ordered)
    {
        var count = 0;
        foreach (var draft in ordered)
        {
            if (draft.Children.Find(child => child.Segment.IsAnyDepth).Draft is not { } anyDepth)
                continue;
            draft.Node.AnyDepth = anyDepth.Number;
            anyDepth.Node.AnyDepthNumber = count++;
        }

        return count;
    }

    // Loops rather than queries here: a query over small structs is compiled anew at each start of the program.
    private static List<NameTable.Child> NamesOf(PathDraft draft)
    {
        var names = new List<NameTable.Child>();
        foreach (var (segment, child) in draft.Children)
            if (segment.IsLiteral)
                names.Add(new(segment.Code, child.Number));
        return names;
    }

    private static List<WildcardIndex.Entry> WildcardsOf(PathDraft draft)
    {
        var wildcards = new List<WildcardIndex.Entry>();
        foreach (var (segment, child) in draft.Children)
            if (segment is { IsLiteral: false, IsAnyDepth: false })
                wildcards.Add(new(segment, child.Number));
        return wildcards;
    }
}
