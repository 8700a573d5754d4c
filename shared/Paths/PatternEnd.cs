namespace ChangeSentinel.Paths;

/// <summary>What may follow the part of a path that a pattern's segments have matched.</summary>
internal enum PatternEnd
{
    /// <summary>Nothing: <c>docs/*</c> is one level only.</summary>
    Here,

    /// <summary>Nothing, or anything below it as a folder: <c>/docs</c>.</summary>
    HereOrBelow,

    /// <summary>At least one more segment: <c>/docs/</c>, <c>/docs/**</c>.</summary>
    Below,

    /// <summary>The pattern matches nothing: a bare <c>/</c>.</summary>
    Never,
}
