using ChangeSentinel.Reports;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Reports;

public static class DiagnosticTextTests
{
    [Fact]
    public static void Findings_stand_in_the_order_of_the_file_one_a_line()
    {
        Diagnostic[] found =
        [
            new(new("a.yml", 12, 3), DiagnosticSeverity.Warning, "the line is never reached"),
            new(new("a.yml", 7, 26), DiagnosticSeverity.Error, "unknown tier 'hi\u202Ehg'; did you mean 'high'?"),
        ];

        var text = DiagnosticText.Of(found);

        Assert.Equal(
            "a.yml:7:26: error: unknown tier 'hi<U+202E>hg'; did you mean 'high'?\n" +
            "a.yml:12:3: warning: the line is never reached\n",
            text);
    }

    [Fact]
    public static void The_summary_counts_what_there_is()
    {
        var error = new Diagnostic(new("a.yml", 1, 1), DiagnosticSeverity.Error, "");
        var note = error with { Severity = DiagnosticSeverity.Note };

        Assert.Equal("2 errors, 1 note", DiagnosticText.Summary([note, error, error]));
        Assert.Equal("", DiagnosticText.Summary([]));
    }

    [Fact]
    public static void A_flood_of_findings_is_cut_and_counted()
    {
        var error = new Diagnostic(new("a.yml", 1, 1), DiagnosticSeverity.Error, "bad");

        var text = DiagnosticText.Of([.. Enumerable.Repeat(error, 10_000)]);

        Assert.EndsWith("… 9,800 more\n", text, StringComparison.Ordinal);
    }
}
