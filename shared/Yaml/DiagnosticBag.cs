using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>The findings about a file, gathered while it is read.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> findings = [];

    public bool HasErrors { get; private set; }

    /// <summary>By file as first met, then by place.</summary>
    public IReadOnlyList<Diagnostic> Sorted()
    {
        var files = findings.Select(finding => finding.Place.File).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. findings
                .OrderBy(finding => files.IndexOf(finding.Place.File))
                .ThenBy(finding => finding.Place.Line)
                .ThenBy(finding => finding.Place.Column),
        ];
    }

    public void Error(Place place, string message) => Add(new(place, DiagnosticSeverity.Error, message));

    public void Warning(Place place, string message) => Add(new(place, DiagnosticSeverity.Warning, message));

    public void Note(Place place, string message) => Add(new(place, DiagnosticSeverity.Note, message));

    public void AddRange(IEnumerable<Diagnostic> others)
    {
        foreach (var other in others)
            Add(other);
    }

    private void Add(Diagnostic finding)
    {
        findings.Add(finding);
        HasErrors |= finding.Severity == DiagnosticSeverity.Error;
    }
}
