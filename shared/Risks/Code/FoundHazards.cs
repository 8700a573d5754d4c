namespace ChangeSentinel.Risks;

/// <summary>The hazards of one file while they are being gathered, each line and kind once.</summary>
internal sealed class FoundHazards(CodeView view)
{
    private readonly Dictionary<(HazardKind Kind, int Line, bool Removed), Hazard> found = [];

    /// <summary>Notes a hazard at an added or removed line; what merely moved is none.</summary>
    public void Add(HazardKind kind, CodeLine line, string why)
    {
        if (line.Changed && !view.Moved(line))
            Note(kind, line, why);
    }

    /// <summary>
    /// Notes a hazard at a changed line, also where the same text stands elsewhere in the file.
    /// </summary>
    public void Note(HazardKind kind, CodeLine line, string why)
    {
        if (!line.Changed)
            return;
        var number = line.Removed ? line.Line.OldNumber : line.Line.NewNumber;
        var path = line.Removed ? (view.File.Old ?? view.File.New)!.Path : view.Path;
        found.TryAdd((kind, number, line.Removed), new(kind, path, number, line.Removed)
        {
            Why = why.Cut(200),
            Quote = line.Text.Cut(200),
        });
    }

    /// <summary>In the file's order, at most this many.</summary>
    public IReadOnlyList<Hazard> Take(int most) =>
    [
        .. found.Values
            .OrderBy(hazard => hazard.Line)
            .ThenBy(hazard => hazard.Removed)
            .ThenBy(hazard => hazard.Kind)
            .Take(most),
    ];
}
