using System.Diagnostics;
using System.Text;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>
/// A decision as GitHub-flavoured Markdown: the facts of <see cref="DecisionText"/> in the same order.
/// </summary>
public static class DecisionMarkdown
{
    private const int LongestCell = 300;

    public static string Of(Decision decision) => Of(OutlineDecision.Of(decision));

    internal static string Of(DecisionOutline outline)
    {
        var text = new StringBuilder();
        if (outline.Title.Length > 0)
            text.Append("### ").Append(MarkdownText.Words(outline.Title)).Append("\n\n");

        var ask = outline.Asks[0];
        text.Append($"**{outline.Word}** — ").Append(MarkdownText.Sentence(Limited(ask))).Append('\n');
        foreach (var other in outline.Asks.Skip(1))
            text.Append("- ").Append(MarkdownText.Sentence(Limited(other))).Append('\n');

        if (outline.Branch.Length > 0)
            text.Append('\n').Append(Heading(outline)).Append('\n');

        if (outline.Rows.Count > 0)
            text.Append('\n').Append(Table(outline.Rows));
        return text.ToString();
    }

    /// <summary>Rows of an outline as a table of two columns.</summary>
    internal static string Table(IEnumerable<OutlineRow> rows) => string.Concat(
        rows.Select(row => $"| {row.Label} | {Row(row)} |\n").Prepend("| | |\n|---|---|\n"));

    private static string Heading(DecisionOutline outline) =>
        $"{MarkdownText.Code(outline.Branch)} → {MarkdownText.Code(outline.Base)}"
        + $" · {MarkdownText.Words(outline.Size)} · by {MarkdownText.Words(outline.Author)}";

    private static string Row(OutlineRow row) => row switch
    {
        OutlineRow.Line line => MarkdownText.Sentence(Limited(line.Text)),
        OutlineRow.Fact fact => string.Join(" · ", [.. Value(fact), .. fact.Cells.Select(InMarkdown)]),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Value(OutlineRow.Fact fact) =>
        fact.Value.Length == 0 ? [] : [$"**{MarkdownText.Words(fact.Value)}**"];

    private static string InMarkdown(Cell cell) => cell.Kind switch
    {
        CellKind.Words => MarkdownText.Sentence(Limited(cell.Text)),
        CellKind.Path or CellKind.Quote => MarkdownText.Code(Limited(cell.Text)),
    };

    private static string Limited(string text) => Columns.CutEnd(VisibleText.Of(text), LongestCell);
}
