namespace ChangeSentinel.Paths;

/// <summary>One segment of an index that is being built, however many nodes it leads to.</summary>
internal sealed class DraftSegment(SegmentPattern pattern)
{
    public SegmentPattern Pattern { get; } = pattern;

    public int Hash { get; } = NameTable.HashOf(pattern.Code);

    /// <summary>The last draft that it leads to.</summary>
    public int LastDraft { get; set; }

    /// <summary>Where the name table keeps its name.</summary>
    public int Name { get; set; }
}
