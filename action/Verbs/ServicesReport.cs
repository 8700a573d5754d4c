using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeSentinel.Reports;
using ChangeSentinel.Services;

namespace ChangeSentinel.Action.Verbs;

/// <summary>The service graph as people, programs and graphviz read it.</summary>
internal static class ServicesReport
{
    private const int MostName = 32;
    private const int MaxColumns = 100;

    public static string Table(ServiceGraph graph)
    {
        if (graph.Services.Count == 0)
            return "No services: the policy's `services` names none, and `discover` finds none.\n";

        var text = new StringBuilder();
        var width = Math.Min(MostName, graph.Services.Max(one => Columns.Width(VisibleText.Of(one.Name))));
        foreach (var service in graph.Services)
        {
            var name = Columns.CutMiddle(VisibleText.Of(service.Name), width);
            var downstream = graph.Downstream([service.Name]).Count;
            var needs = graph.Dependencies(service.Name);
            var rest = (downstream == 0 ? "nothing downstream" : $"{Wording.Count(downstream, "service")} downstream")
                + (needs.Count == 0 ? "" : $"   stands on {Wording.Some(needs, 4)}");
            text.Append(Columns.Fill(name, width)).Append("   ");
            text.Append(Columns.CutEnd(VisibleText.Of(rest), MaxColumns - width - 3)).Append('\n');
        }

        return text.ToString();
    }

    public static string Text(ServiceGraph graph, Service service)
    {
        var text = new StringBuilder(VisibleText.Of(service.Name)).Append("\n\n");
        Row(text, "declared", [service.Place.ToString()]);
        Row(text, "paths", [.. service.Paths.Select(path => path.Text)]);
        Row(text, "owners", service.Owners);
        Row(text, "stands on", graph.Dependencies(service.Name));
        Row(text, "downstream", graph.Downstream([service.Name]));
        return text.ToString();
    }

    public static string Dot(ServiceGraph graph, IReadOnlyList<Service> shown)
    {
        var text = new StringBuilder("digraph services {\n  rankdir=LR;\n");
        foreach (var service in shown)
            text.Append("  ").Append(Quote(service.Name)).Append(";\n");
        foreach (var service in shown)
            foreach (var need in graph.Dependencies(service.Name))
                text.Append("  ").Append(Quote(service.Name)).Append(" -> ").Append(Quote(need)).Append(";\n");
        return text.Append("}\n").ToString();
    }

    public static string Json(ServiceGraph graph, IReadOnlyList<Service> shown)
    {
        var document = new ServicesDocument([.. shown.Select(service => new ServiceDocument(service.Name)
        {
            Paths = [.. service.Paths.Select(path => path.Text)],
            Owners = service.Owners,
            DependsOn = graph.Dependencies(service.Name),
            Downstream = graph.Downstream([service.Name]),
            Place = new(service.Place.File, service.Place.Line, service.Place.Column),
        })]);
        var options = new JsonSerializerOptions(ServicesContext.Default.Options) { Encoder = JsonStyle.Encoder };
        var json = JsonSerializer.Serialize(document, new ServicesContext(options).ServicesDocument);
        return JsonStyle.Inert(json) + "\n";
    }

    private static void Row(StringBuilder text, string label, IReadOnlyList<string> values)
    {
        var lines = values.Count == 0 ? ["nothing"] : values.Select(VisibleText.Of);
        text.Append("  ").Append(label.PadRight(12)).AppendJoin("\n" + new string(' ', 14), lines).Append('\n');
    }

    private static string Quote(string name)
    {
        var escaped = VisibleText.Of(name)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}

/// <summary>The graph as `services.schema.json` describes it.</summary>
internal sealed record ServicesDocument(IReadOnlyList<ServiceDocument> Services)
{
    public int Version { get; init; } = 1;
}

/// <summary>One service of it.</summary>
internal sealed record ServiceDocument(string Name)
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required IReadOnlyList<string> Owners { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }

    public required IReadOnlyList<string> Downstream { get; init; }

    public required PlaceDocument Place { get; init; }
}

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ServicesDocument))]
internal sealed partial class ServicesContext : JsonSerializerContext;
