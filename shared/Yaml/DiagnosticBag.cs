using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>The findings about a file, gathered while it is read.</summary>
/// <param name="first">The file whose findings stand before those of others.</param>
public sealed class DiagnosticBag(string first)
{
    /// <summary>Findings after which no more are kept.</summary>
    public const int Most = 1_000;

    private readonly List<Diagnostic> findings = [];

    public bool HasErrors { get; private set; }

    /// <summary>The file is refused whatever follows, and no more would be shown of it.</summary>
    public bool IsDecided => HasErrors && IsFull;

    /// <summary>Nothing that comes is kept.</summary>
    public bool IsFull => findings.Count >= Most;

    /// <summary>By file, then by place; at one place as they were found.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        [.. findings.Order(Comparer<Diagnostic>.Create((left, right) => Compare(left.Place, right.Place)))];

    public void Error(Place place, string message) => Add(new(place, DiagnosticSeverity.Error, message));

    public void Warning(Place place, string message) => Add(new(place, DiagnosticSeverity.Warning, message));

    public void Note(Place place, string message) => Add(new(place, DiagnosticSeverity.Note, message));

    public void AddRange(IEnumerable<Diagnostic> others)
    {
        foreach (var other in others)
            Add(other);
    }

    private int Compare(Place left, Place right)
    {
        var order = (left.File != first).CompareTo(right.File != first);
        order = order == 0 ? string.CompareOrdinal(left.File, right.File) : order;
        order = order == 0 ? left.Line.CompareTo(right.Line) : order;
        return order == 0 ? left.Column.CompareTo(right.Column) : order;
    }

    private void Add(Diagnostic finding)
    {
        var isError = finding.Severity == DiagnosticSeverity.Error;
        HasErrors |= isError;
        if (!IsFull)
            findings.Add(finding);
        if (isError && findings.Count == Most)
            findings[^1] = new(finding.Place, DiagnosticSeverity.Error, $"{Most:N0} findings; the rest is not shown");
    }
}
