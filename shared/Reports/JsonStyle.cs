using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChangeSentinel.Reports;

/// <summary>How all JSON is written: characters of every script as they are, what is invisible as `\u202E`.</summary>
public static class JsonStyle
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The same document with `##[` escaped, which a workflow runner takes for a command.</summary>
    public static string Inert(string json) => json.Replace("##[", "#\\u0023[", StringComparison.Ordinal);

    internal static DecisionDocumentContext DecisionContext { get; } =
        new(new JsonSerializerOptions(DecisionDocumentContext.Default.Options) { Encoder = Encoder });
}
