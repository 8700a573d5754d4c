namespace ChangeSentinel.Paths;

/// <summary>How the names that a segment matches are found.</summary>
internal enum SegmentKind
{
    /// <summary>By the whole name: it is spelt out.</summary>
    Literal,

    /// <summary>By what they begin with: <c>test*</c>.</summary>
    Prefix,

    /// <summary>By what they end with: <c>*.cs</c>.</summary>
    Suffix,

    /// <summary>One by one: <c>*a*</c>.</summary>
    Other,

    /// <summary>Any number of whole segments: <c>**</c>.</summary>
    AnyDepth,
}
