namespace ChangeSentinel.Paths;

/// <summary>
/// A reader of many paths that remembers the folders of the path before; not for two threads at once.
/// </summary>
public sealed class PathLookup
{
    // What is remembered is bounded: deeper folders are walked again for each path.
    private const int DeepestLevel = 32;
    private const int LongestPrefix = 4096;

    private readonly PathWalk walk;
    private readonly Level[] levels = new Level[DeepestLevel + 1];
    private readonly char[] previous = new char[LongestPrefix];
    private int previousLength;
    private int depth;

    internal PathLookup(PathIndex index)
    {
        walk = new PathWalk(index);
        var highest = index.Nodes[PathIndex.Root].Below;
        walk.Restart(highest);
        levels[0] = new Level(0, 0, walk.End, highest);
    }

    /// <summary>Index nodes visited and wildcard comparisons made since this lookup was made.</summary>
    public long Steps => walk.Steps;

    /// <summary>The index of the last pattern that matches, or -1.</summary>
    /// <param name="path">Relative to the repository's root, separated by <c>/</c>.</param>
    public int Last(ReadOnlySpan<char> path)
    {
        var common = path.CommonPrefixLength(previous.AsSpan(0, previousLength));
        while (levels[depth].Offset > common)
            depth--;
        var level = levels[depth];
        while (level.Start < level.End)
        {
            var rest = path[level.Offset..];
            var length = rest.IndexOf('/');
            if (length < 0)
            {
                Remember(path, common);
                return LastAt(level, rest);
            }

            level = Enter(level, rest[..length]);
        }

        Remember(path, common);
        return level.Highest;
    }

    private Level Enter(Level from, ReadOnlySpan<char> folder)
    {
        walk.BackTo(from.End);
        walk.Advance(from.Start, folder, from.Highest, isLast: false);
        var highest = from.Highest;
        for (var i = from.End; i < walk.End; i++)
            highest = Math.Max(highest, walk[i].Below);
        walk.Settle(from.End, highest, from.Start);

        var offset = from.Offset + folder.Length + 1;
        if (depth < DeepestLevel && offset <= LongestPrefix)
            return levels[++depth] = new Level(offset, from.End, walk.End, highest);
        var start = levels[depth].End;
        walk.Overwrite(start, from.End);
        return new Level(offset, start, walk.End, highest);
    }

    private int LastAt(Level level, ReadOnlySpan<char> name)
    {
        walk.BackTo(level.End);
        walk.Advance(level.Start, name, level.Highest, isLast: true);
        var highest = level.Highest;
        for (var i = level.End; i < walk.End; i++)
            highest = Math.Max(highest, walk[i].Here);
        return highest;
    }

    private void Remember(ReadOnlySpan<char> path, int common)
    {
        previousLength = levels[depth].Offset;
        if (previousLength > common)
            path[common..previousLength].CopyTo(previous.AsSpan(common));
    }

    /// <param name="Offset">Where the names in this folder begin in the path.</param>
    /// <param name="Start">Where the nodes that the folder reaches begin in the walk.</param>
    /// <param name="End">Where they end.</param>
    /// <param name="Highest">The last pattern that matches every path below, or -1.</param>
    private readonly record struct Level(int Offset, int Start, int End, int Highest);
}
