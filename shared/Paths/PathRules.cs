namespace ChangeSentinel.Paths;

/// <summary>
/// A list of patterns compiled into one index; the last pattern that matches a path decides.
/// </summary>
public sealed class PathRules
{
    private readonly PathIndex index;

    // One lookup at rest, so that asking for one path after another allocates nothing.
    private PathLookup? spare;

    private PathRules(PathIndex index) => this.index = index;

    public int Count => index.Earlier.Length;

    public static PathRules Compile(IReadOnlyList<PathPattern> patterns) =>
        new(BuildPathIndex.From(patterns));

    /// <summary>The quickest way to read many paths on one thread, above all when they are sorted.</summary>
    public PathLookup Lookup() => new(index);

    /// <summary>The index of the last pattern that matches, or -1.</summary>
    /// <param name="path">Relative to the repository's root, separated by <c>/</c>.</param>
    public int Last(ReadOnlySpan<char> path)
    {
        var lookup = Interlocked.Exchange(ref spare, null) ?? Lookup();
        var last = lookup.Last(path);
        Volatile.Write(ref spare, lookup);
        return last;
    }

    /// <summary>The indexes of every pattern that matches, ascending.</summary>
    /// <param name="path">Relative to the repository's root, separated by <c>/</c>.</param>
    public IReadOnlyList<int> All(string path)
    {
        var lasts = new HashSet<int>();
        var walk = new PathWalk(index);
        walk.Restart(floor: -1);
        lasts.Add(index.Nodes[PathIndex.Root].Below);
        var offset = 0;
        for (var end = IndexOfSlash(path, 0); end >= 0; end = IndexOfSlash(path, offset))
        {
            var level = walk.End;
            walk.Advance(0, path.AsSpan(offset, end - offset), floor: -1, isLast: false);
            for (var i = level; i < walk.End; i++)
                lasts.UnionWith([EndsAt(walk, i).Below, EndsAt(walk, i).HereOrBelow]);
            walk.Settle(level, floor: -1, previous: 0);
            walk.Overwrite(0, level);
            offset = end + 1;
        }

        var last = walk.End;
        walk.Advance(0, path.AsSpan(offset), floor: -1, isLast: true);
        for (var i = last; i < walk.End; i++)
            lasts.UnionWith([EndsAt(walk, i).Here, EndsAt(walk, i).HereOrBelow]);
        return [.. lasts.SelectMany(WithEarlier).Order()];
    }

    private PathEnds EndsAt(PathWalk walk, int at) => index.Ends[walk.NodeAt(at)];

    private IEnumerable<int> WithEarlier(int last)
    {
        for (var i = last; i >= 0; i = index.Earlier[i])
            yield return i;
    }

    private static int IndexOfSlash(string path, int start) => path.IndexOf('/', start);
}
