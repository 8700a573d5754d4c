using System.Text;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Reports;

/// <summary>What was found about a policy, one line each: `FILE:LINE:COLUMN: error: MESSAGE`.</summary>
public static class DiagnosticText
{
    private const int Most = 200;

    /// <summary>The lines in the order of the file, each ended; empty where nothing was found.</summary>
    public static string Of(IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        var ordered = diagnostics
            .OrderBy(one => one.Place.File, StringComparer.Ordinal)
            .ThenBy(one => one.Place.Line)
            .ThenBy(one => one.Place.Column);
        foreach (var diagnostic in ordered.Take(Most))
            text.Append(VisibleText.Of(diagnostic.ToString())).Append('\n');
        if (diagnostics.Count > Most)
            text.Append($"… {diagnostics.Count - Most:N0} more\n");
        return text.ToString();
    }

    /// <summary>`2 errors, 1 warning`; empty where nothing was found.</summary>
    public static string Summary(IReadOnlyList<Diagnostic> diagnostics)
    {
        var counts = diagnostics.CountBy(one => one.Severity).OrderBy(group => group.Key);
        return string.Join(", ", counts.Select(group => Wording.Count(group.Value, Name(group.Key))));
    }

    private static string Name(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Note => "note",
    };
}
