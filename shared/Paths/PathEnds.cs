using System.Diagnostics.CodeAnalysis;

namespace ChangeSentinel.Paths;

/// <summary>The last patterns that end in one place, for each <see cref="PatternEnd"/>, or -1.</summary>
internal struct PathEnds()
{
    public int Here = -1;

    public int HereOrBelow = -1;

    public int Below = -1;

    public readonly int Highest => Math.Max(HereOrBelow, Math.Max(Here, Below));

    /// <summary>Where the last pattern that ends like this is kept.</summary>
    [UnscopedRef]
    public ref int LastOf(PatternEnd end)
    {
        if (end == PatternEnd.Here)
            return ref Here;
        if (end == PatternEnd.Below)
            return ref Below;
        return ref HereOrBelow;
    }
}
