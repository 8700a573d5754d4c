namespace ChangeSentinel.Changes;

/// <summary>Which side of a patch a line stands on.</summary>
public enum LineSide
{
    Context,
    Added,
    Removed,
}

/// <summary>One line of a patch, without its leading mark and its line end.</summary>
/// <param name="OldNumber">Its line at the merge base, from one; 0 where the line is added.</param>
/// <param name="NewNumber">Its line at the head, from one; 0 where the line is removed.</param>
public readonly record struct PatchLine(LineSide Side, int OldNumber, int NewNumber, string Text);

/// <summary>A run of changed lines with its context.</summary>
/// <param name="Heading">What git prints behind the second @@: the enclosing function or section, or empty.</param>
public sealed record Hunk(string Heading, IReadOnlyList<PatchLine> Lines);

/// <summary>The changed lines of one file.</summary>
public sealed record Patch(IReadOnlyList<Hunk> Hunks)
{
    public static Patch Empty { get; } = new([]);

    public IEnumerable<PatchLine> Lines => Hunks.SelectMany(hunk => hunk.Lines);
}
