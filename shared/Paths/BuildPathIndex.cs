using System.Numerics;

namespace ChangeSentinel.Paths;

/// <summary>Builds the index of a list of patterns.</summary>
/// <remarks>
/// Arrays and tables of its own rather than collections of small structs, which the runtime would have to
/// compile anew at each start of the program.
/// </remarks>
internal sealed class BuildPathIndex
{
    private readonly Dictionary<string, DraftSegment> segments = new(StringComparer.Ordinal);
    private readonly int[] earlier;
    private PathDraft[] drafts;
    private int count = 1;

    // Open-addressed: the draft of a parent and a segment, or nought.
    private int[] children;

    private BuildPathIndex(int patterns)
    {
        earlier = new int[patterns];
        drafts = new PathDraft[Math.Max(16, patterns * 2)];
        drafts[PathIndex.Root] = new PathDraft(null, PathIndex.Root);
        children = new int[BitOperations.RoundUpToPowerOf2((uint)drafts.Length * 2)];
    }

    public static PathIndex From(IReadOnlyList<PathPattern> patterns)
    {
        var build = new BuildPathIndex(patterns.Count);
        for (var i = 0; i < patterns.Count; i++)
            build.Add(patterns[i], i);
        return LayOutPathIndex.Of(build.drafts.AsSpan(0, build.count), [.. build.segments.Values], build.earlier);
    }

    private void Add(PathPattern pattern, int number)
    {
        earlier[number] = -1;
        if (pattern.End == PatternEnd.Never)
            return;
        var draft = PathIndex.Root;
        foreach (var segment in pattern.Segments)
            draft = Child(draft, Known(segment));
        ref var last = ref drafts[draft].Ends.LastOf(pattern.End);
        earlier[number] = last;
        last = number;
    }

    private DraftSegment Known(SegmentPattern segment)
    {
        if (!segments.TryGetValue(segment.Code, out var known))
            segments.Add(segment.Code, known = new DraftSegment(segment));
        return known;
    }

    private int Child(int parent, DraftSegment segment)
    {
        var place = PlaceOf(parent, segment);
        if (children[place] != 0)
            return children[place];
        if (count == drafts.Length)
        {
            Grow();
            place = PlaceOf(parent, segment);
        }

        drafts[count] = new PathDraft(segment, parent) { Alike = segment.LastDraft };
        segment.LastDraft = count;
        return children[place] = count++;
    }

    private int PlaceOf(int parent, DraftSegment segment)
    {
        // Parents of one segment never start alike; that segments do, only the runtime's seed decides.
        var at = ((parent * 0x61C8_8647) + segment.Hash) & (children.Length - 1);
        while (children[at] is var child and not 0
            && (drafts[child].Parent != parent || drafts[child].Segment != segment))
        {
            at = (at + 1) & (children.Length - 1);
        }

        return at;
    }

    private void Grow()
    {
        var grown = new PathDraft[count * 2];
        Array.Copy(drafts, grown, count);
        drafts = grown;
        children = new int[children.Length * 2];
        for (var i = 1; i < count; i++)
            children[PlaceOf(drafts[i].Parent, drafts[i].Segment!)] = i;
    }
}
