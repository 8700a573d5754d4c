namespace ChangeSentinel.Fake.Judge;

/// <summary>
/// Judges the fake's events by the schemas of the npm package `@octokit/webhooks-schemas` (`schema.json`), named by
/// SENTINEL_WEBHOOK_SCHEMAS.
/// </summary>
public static class WebhookJudge
{
    private static readonly Lazy<JsonElement?> Schemas = new(Load);

    public static bool IsHere => Schemas.Value is not null;

    /// <returns>What of the event is otherwise than described; empty where it fits or nothing is at hand.</returns>
    /// <param name="name">`pull_request`, `issue_comment`; a target event is described as its plain one.</param>
    public static IReadOnlyList<string> Faults(string name, JsonObject payload)
    {
        if (Schemas.Value is not { } schemas)
            return [];
        var plain = name == "pull_request_target" ? "pull_request" : name;
        var definitions = schemas.GetProperty("definitions");
        if (!definitions.TryGetProperty($"{plain}${payload["action"]}", out var definition)
            && !definitions.TryGetProperty($"{plain}$event", out definition))
            return [$"no schema describes {plain} with action {payload["action"]}"];
        // The schemas are older than some fields GitHub sends.
        var schema = new Schema(schemas, new(Required: true, Known: false));
        return [.. schema.Faults(definition, JsonSerializer.SerializeToElement(payload), name)];
    }

    private static JsonElement? Load()
    {
        var file = Environment.GetEnvironmentVariable("SENTINEL_WEBHOOK_SCHEMAS");
        return File.Exists(file) ? JsonElement.Parse(File.ReadAllBytes(file)) : null;
    }
}
