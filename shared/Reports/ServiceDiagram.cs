using System.Text;
using ChangeSentinel.Assessments;
using ChangeSentinel.Services;

namespace ChangeSentinel.Reports;

/// <summary>The services a change touches and those downstream of them, as a Mermaid diagram.</summary>
/// <seealso href="https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters"/>
public static class ServiceDiagram
{
    /// <summary>More nodes than this are counted, not drawn.</summary>
    public const int MostNodes = 40;

    public const string Legend = "An arrow leads to what stands on a service; touched ones have a bold frame.";

    private const int MostEdges = 200;
    private const int LongestName = 60;

    /// <summary>A fenced block; empty where no service is touched or the graph is unknown.</summary>
    public static string Of(Assessment assessment)
    {
        var risk = assessment.Risk;
        if (assessment.Graph is not { } graph || risk.Touched.Count == 0)
            return "";

        var shown = Nearest(risk.Touched, graph);
        var numbers = shown.Index().ToDictionary(node => node.Item, node => node.Index, StringComparer.Ordinal);
        var touched = risk.Touched.ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("```mermaid\nflowchart LR\n");
        foreach (var name in shown)
            text.Append($"    s{numbers[name]}[\"{Label(name)}\"]{(touched.Contains(name) ? ":::touched" : "")}\n");
        var edges =
            from name in shown
            from dependent in graph.Dependents(name)
            where numbers.ContainsKey(dependent)
            select $"    s{numbers[name]} --> s{numbers[dependent]}\n";
        text.AppendJoin("", edges.Take(MostEdges));
        var all = risk.Touched.Union(risk.Downstream.Or([]), StringComparer.Ordinal).Count();
        if (all > shown.Count)
            text.Append($"    more([\"… {all - shown.Count:N0} more\"])\n");
        return text.Append("    classDef touched stroke-width:3px\n```\n").ToString();
    }

    /// <summary>The touched ones, then what stands on them, step by step.</summary>
    private static List<string> Nearest(IReadOnlyList<string> touched, ServiceGraph graph)
    {
        List<string> found = [.. touched.Take(MostNodes)];
        var seen = touched.ToHashSet(StringComparer.Ordinal);
        for (var next = 0; next < found.Count && found.Count < MostNodes; next++)
            found.AddRange(graph.Dependents(found[next]).Where(seen.Add).Take(MostNodes - found.Count));
        return found;
    }

    /// <summary>
    /// Letters, digits and what paths are made of; every other character by its number, so that no name ends its
    /// quotes, its line or the block, or is taken for Markdown or HTML.
    /// </summary>
    private static string Label(string name)
    {
        var label = new StringBuilder();
        foreach (var rune in Columns.CutMiddle(VisibleText.Of(name), LongestName).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '.' or '/' or '…')
                label.Append(rune);
            else
                label.Append($"#{rune.Value};");
        return label.ToString();
    }
}
