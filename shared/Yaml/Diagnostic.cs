using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>How bad a finding about a file is.</summary>
public enum DiagnosticSeverity
{
    Error,
    Warning,

    /// <summary>Something the reader should know: a key that is read but not acted on yet.</summary>
    Note,
}

/// <summary>A finding about a file we read: where, what is wrong, and what would be right.</summary>
public sealed record Diagnostic(Place Place, DiagnosticSeverity Severity, string Message)
{
    public override string ToString() => $"{Place}: {Severity.ToString().ToLowerInvariant()}: {Message}";
}
