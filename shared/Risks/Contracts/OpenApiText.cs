namespace ChangeSentinel.Risks;

/// <summary>Tells files that describe an HTTP interface.</summary>
internal static class OpenApiText
{
    private static readonly string[] Marks =
        ["openapi:", "\"openapi\":", "swagger:", "\"swagger\":", "#/components/", "#/definitions/", "operationId"];

    public static bool IsOne(CodeView view) => view.Extension is "yaml" or "yml" or "json"
        && (view.Name.HasAny("openapi", "swagger") || view.Path.HasAny("openapi/", "swagger/")
            || Marks.Any(view.OldText.Has) || Marks.Any(view.NewText.Has));
}
