using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Tells files that describe an HTTP interface.</summary>
internal static class OpenApiText
{
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        ["openapi:", "\"openapi\":", "swagger:", "\"swagger\":", "#/components/", "#/definitions/",
            "operationId"],
        StringComparison.OrdinalIgnoreCase);

    public static bool IsOne(CodeView view) => view.Extension is "yaml" or "yml" or "json"
        && (view.Name.HasAny("openapi", "swagger") || view.Path.HasAny("openapi/", "swagger/")
            || view.Shows(Marks));
}
