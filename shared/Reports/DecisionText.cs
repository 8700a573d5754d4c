using System.Text;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>A decision for a terminal: aligned, at most 100 columns, colour for state and tier alone.</summary>
public static class DecisionText
{
    public const int MaxColumns = 100;
    private const int Indent = 2;
    private const int LabelColumns = 10;
    private const int ValueColumns = 11;
    private const int MostSubject = 36;
    private const int MostSource = 22;
    private const int Room = MaxColumns - Indent - LabelColumns - ValueColumns;

    public static string Of(Decision decision, Ink ink)
    {
        var outline = OutlineDecision.Of(decision);
        var text = new StringBuilder();
        if (outline.Title.Length > 0)
            text.Append(Columns.CutEnd(VisibleText.Of(outline.Title), MaxColumns)).Append('\n');
        if (outline.Branch.Length > 0)
            text.Append(Heading(outline)).Append('\n');
        if (text.Length > 0)
            text.Append('\n');

        WriteAsks(text, outline, ink);
        WriteRows(text, outline.Rows, ink);
        return text.ToString();
    }

    private static string Heading(DecisionOutline outline)
    {
        var facts = $"   {outline.Size}   by {Columns.CutMiddle(VisibleText.Of(outline.Author), 36)}";
        var room = Math.Max(20, MaxColumns - Columns.Width(facts) - 3);
        var into = Columns.CutMiddle(VisibleText.Of(outline.Base), room * 2 / 5);
        var from = Columns.CutMiddle(VisibleText.Of(outline.Branch), room - Columns.Width(into));
        return $"{from} → {into}{facts}";
    }

    private static void WriteAsks(StringBuilder text, DecisionOutline outline, Ink ink)
    {
        var column = Math.Max(Indent + LabelColumns, Indent + outline.Word.Length + 2);
        var first = true;
        foreach (var ask in outline.Asks)
            foreach (var line in WrapText.At(VisibleText.Of(ask), MaxColumns - column))
            {
                text.Append(' ', Indent);
                text.Append(first ? ink.State(outline.State, outline.Word) : "");
                text.Append(' ', column - Indent - (first ? outline.Word.Length : 0));
                text.Append(line).Append('\n');
                first = false;
            }
    }

    private static void WriteRows(StringBuilder text, IReadOnlyList<OutlineRow> rows, Ink ink)
    {
        var widths = Widths(rows);
        var paragraph = 0;
        foreach (var row in rows)
        {
            var own = Paragraph(row.Label) ?? paragraph;
            if (own != paragraph)
                text.Append('\n');
            paragraph = own;
            WriteRow(text, row, widths, ink);
        }
    }

    /// <summary>People follow what is asked; reasons, and then history, stand apart.</summary>
    private static int? Paragraph(string label) => label switch
    {
        "who" or "owners" => 0,
        "tier" or "written" or "hazards" or "reaches" => 1,
        "since" or "note" or "next" => 2,
        _ => null,
    };

    private static void WriteRow(StringBuilder text, OutlineRow row, (int Subject, int Source) widths, Ink ink)
    {
        text.Append(' ', Indent).Append(Columns.Fill(row.Label, LabelColumns));
        if (row is OutlineRow.Line line)
        {
            var lines = WrapText.At(VisibleText.Of(line.Text), MaxColumns - Indent - LabelColumns);
            text.AppendJoin("\n" + new string(' ', Indent + LabelColumns), lines).Append('\n');
            return;
        }

        if (row is not OutlineRow.Fact fact)
            throw new System.Diagnostics.UnreachableException();

        var value = Columns.Fill(Columns.CutEnd(VisibleText.Of(fact.Value), ValueColumns - 1), ValueColumns);
        text.Append(fact.FromTop is { } fromTop ? ink.Tier(fromTop, value.TrimEnd()) : value.TrimEnd());
        text.Append(' ', Columns.Width(value) - Columns.Width(value.TrimEnd()));
        var cells = fact.Cells is [var subject, var wide]
            ? Wide(subject, wide, widths.Subject)
            : [Cells(fact.Cells, widths).TrimEnd()];
        text.AppendJoin("\n" + new string(' ', Indent + LabelColumns + ValueColumns), cells).Append('\n');
    }

    /// <summary>A wide cell is somebody's exact words or a whole sentence: it wraps rather than being cut.</summary>
    private static IEnumerable<string> Wide(Cell subject, Cell wide, int columns)
    {
        var first = Columns.Fill(Cut(subject, columns), columns + 2);
        return WrapText.At(VisibleText.Of(wide.Text), Room - columns - 2)
            .Select((line, index) => (index == 0 ? first : new string(' ', columns + 2)) + line);
    }

    private static string Cells(IReadOnlyList<Cell> cells, (int Subject, int Source) widths)
    {
        return cells switch
        {
            [var only] => Cut(only, Room),
            [var subject, var source, var detail] => Columns.Fill(Cut(subject, widths.Subject), widths.Subject + 2)
                + Columns.Fill(Cut(source, widths.Source), widths.Source + 2)
                + Cut(detail, Room - widths.Subject - widths.Source - 4),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static (int Subject, int Source) Widths(IReadOnlyList<OutlineRow> rows)
    {
        var facts = rows.OfType<OutlineRow.Fact>().Where(fact => fact.Cells.Count > 1).ToList();
        var subject = facts.Select(fact => Width(fact.Cells[0])).DefaultIfEmpty(0).Max();
        var source = facts.Where(fact => fact.Cells.Count > 2).Select(fact => Width(fact.Cells[1]))
            .DefaultIfEmpty(0).Max();
        return (Math.Min(subject, MostSubject), Math.Min(source, MostSource));
    }

    private static int Width(Cell cell) => Columns.Width(VisibleText.Of(cell.Text));

    private static string Cut(Cell cell, int columns)
    {
        var text = VisibleText.Of(cell.Text);
        return cell.Kind switch
        {
            CellKind.Path => Columns.CutMiddle(text, columns),
            CellKind.Words or CellKind.Quote => Columns.CutEnd(text, columns),
        };
    }
}
