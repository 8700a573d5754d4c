namespace ChangeSentinel.Paths;

/// <summary>Gives every draft its place in memory.</summary>
internal ref struct LayOutPathIndex
{
    private readonly Span<PathDraft> drafts;
    private readonly int[] numbers;
    private readonly PathNode[] nodes;
    private readonly PathEnds[] ends;
    private readonly NameTable names;
    private readonly WildcardTable wildcards;
    private readonly int anyDepthCount;
    private int anyDepthUsed;
    private int othersUsed;

    private LayOutPathIndex(Span<PathDraft> drafts, DraftSegment[] segments)
    {
        this.drafts = drafts;
        Array.Sort(segments, (left, right) => SegmentPattern.Compare(left.Pattern, right.Pattern));
        for (var i = segments.Length - 1; i >= 0; i--)
            Link(segments[i]);

        var (slots, parents, wildcardCount) = (0, 0, 0);
        for (var i = drafts.Length - 1; i >= 0; i--)
        {
            ref var draft = ref drafts[i];
            slots += NameTable.Capacity(draft.Names);
            parents += draft.Wildcards > 0 ? 1 : 0;
            wildcardCount += draft.Wildcards;
            anyDepthCount += draft.Segment is { Pattern.IsAnyDepth: true } ? 1 : 0;
            ref var parent = ref drafts[draft.Parent];
            if (i > 0)
                parent.HighestBelow = Math.Max(parent.HighestBelow, draft.Highest);
        }

        numbers = new int[drafts.Length];
        nodes = new PathNode[drafts.Length];
        ends = new PathEnds[drafts.Length];
        names = new NameTable(slots, NamesOf(segments));
        wildcards = new WildcardTable(parents, wildcardCount);
    }

    /// <param name="drafts">Parents before their children.</param>
    public static PathIndex Of(Span<PathDraft> drafts, DraftSegment[] segments, int[] earlier)
    {
        var layout = new LayOutPathIndex(drafts, segments);
        layout.Number();
        for (var draft = PathIndex.Root; draft >= 0; draft = layout.Next(draft))
            layout.Place(draft);
        return new PathIndex(layout.nodes, layout.names, layout.wildcards)
        {
            Ends = layout.ends,
            Earlier = earlier,
            AnyDepthCount = layout.anyDepthCount,
        };
    }

    private readonly void Link(DraftSegment segment)
    {
        for (var i = segment.LastDraft; i != 0; i = drafts[i].Alike)
        {
            ref var parent = ref drafts[drafts[i].Parent];
            drafts[i].NextSibling = parent.FirstChild;
            parent.FirstChild = i;
            if (segment.Pattern.IsLiteral)
                parent.Names++;
            else if (!segment.Pattern.IsAnyDepth)
                parent.Wildcards++;
        }
    }

    private static char[] NamesOf(DraftSegment[] segments)
    {
        var length = 0;
        foreach (var segment in segments)
        {
            segment.Name = length;
            length += segment.Pattern.IsLiteral ? segment.Pattern.Code.Length + 1 : 0;
        }

        var text = new char[length];
        foreach (var segment in segments)
        {
            if (!segment.Pattern.IsLiteral)
                continue;
            text[segment.Name] = (char)segment.Pattern.Code.Length;
            segment.Pattern.Code.CopyTo(text.AsSpan(segment.Name + 1));
        }

        return text;
    }

    private void Number()
    {
        for (var draft = Next(PathIndex.Root); draft >= 0; draft = Next(draft))
        {
            var isAnyDepth = drafts[draft].Segment!.Pattern.IsAnyDepth;
            numbers[draft] = isAnyDepth ? ++anyDepthUsed : anyDepthCount + ++othersUsed;
        }
    }

    // Each draft, then all that is below it.
    private readonly int Next(int draft)
    {
        if (drafts[draft].FirstChild is not 0 and var child)
            return child;
        while (draft != PathIndex.Root && drafts[draft].NextSibling == 0)
            draft = drafts[draft].Parent;
        return draft == PathIndex.Root ? -1 : drafts[draft].NextSibling;
    }

    private readonly void Place(int at)
    {
        ref var draft = ref drafts[at];
        ref var node = ref nodes[numbers[at]];
        ends[numbers[at]] = draft.Ends;
        node = new PathNode
        {
            HighestBelow = draft.HighestBelow,
            Here = Math.Max(draft.Ends.Here, draft.Ends.HereOrBelow),
            Below = Math.Max(draft.Ends.Below, draft.Ends.HereOrBelow),
            Names = names.Reserve(draft.Names),
        };
        for (var child = draft.FirstChild; child != 0; child = drafts[child].NextSibling)
        {
            var segment = drafts[child].Segment!;
            var childEnds = drafts[child].Ends;
            node.HighestNext = Math.Max(node.HighestNext, Math.Max(childEnds.Here, childEnds.HereOrBelow));
            if (segment.Pattern.IsLiteral)
                names.Add(node.Names, new(segment.Hash, numbers[child], segment.Name));
            else if (segment.Pattern.IsAnyDepth)
                node.AnyDepth = numbers[child];
            else
                wildcards.Add(new(segment.Pattern, numbers[child], drafts[child].Highest));
        }

        if (draft.Wildcards > 0)
            node.Wildcards = wildcards.Close();
    }
}
