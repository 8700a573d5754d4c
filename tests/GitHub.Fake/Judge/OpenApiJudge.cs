using System.Globalization;
using System.Text.RegularExpressions;

namespace ChangeSentinel.Fake.Judge;

/// <summary>
/// Judges requests, and the fake's own answers, by GitHub's OpenAPI description: the file
/// `generated/api.github.com.json` of the npm package `@octokit/openapi`, named by SENTINEL_GITHUB_OPENAPI.
/// </summary>
public sealed class OpenApiJudge
{
    /// <summary>Parameters that take slashes.</summary>
    private static readonly string[] Wide = ["path", "ref", "branch", "basehead"];

    private static readonly Lazy<OpenApiJudge?> Only = new(Load);

    private readonly Schema requests;
    private readonly Schema answers;
    private readonly IReadOnlyList<(Regex Shape, int Literal, JsonElement Item)> paths;

    private OpenApiJudge(JsonElement description)
    {
        requests = new(description, new(Required: true, Known: true));
        // The fake leaves out much of what GitHub sends; what it does send must exist and have its type.
        answers = new(description, new(Required: false, Known: true));
        paths = [.. description.GetProperty("paths").EnumerateObject().Select(path =>
            (Compile(path.Name), Regex.Replace(path.Name, @"\{\w+\}", "").Length, path.Value))];
    }

    /// <summary>Null where the description is not at hand.</summary>
    public static OpenApiJudge? Instance => Only.Value;

    /// <param name="path">Below the API's root, escaped, with the repository's name.</param>
    /// <returns>What GitHub's description does not allow; empty for a good request.</returns>
    internal IEnumerable<string> Judge(
        string method, string path, IReadOnlyDictionary<string, string> query, JsonElement body)
    {
        if (Find(path) is not { } item)
            return ["GitHub's description has no such path"];
        if (!item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            return [$"GitHub's description has no {method} there"];
        return [.. Query(item, operation, query), .. Body(operation, body)];
    }

    /// <returns>What the fake answers otherwise than GitHub describes.</returns>
    internal IEnumerable<string> JudgeAnswer(string method, string path, Answer answer)
    {
        if (answer.Body is null || Find(path) is not { } item
            || !item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            return [];
        var code = answer.Status.ToString(CultureInfo.InvariantCulture);
        if (answer.Status >= 300 || !operation.GetProperty("responses").TryGetProperty(code, out var response))
            return [];
        return requests.Follow(response).TryGetProperty("content", out var content)
            && content.TryGetProperty("application/json", out var json)
            ? answers.Faults(json.GetProperty("schema"), JsonSerializer.SerializeToElement(answer.Body), "the fake's answer")
                .Where(fault => !IsGoneFork(fault))
            : [];
    }

    /// <summary>
    /// A pull request outlives its fork: the head's repository is null then, as GitHub's webhook schema says and this
    /// description does not.
    /// </summary>
    private static bool IsGoneFork(string fault) =>
        fault.EndsWith(".head.repo is Null, not object", StringComparison.Ordinal);

    private static OpenApiJudge? Load()
    {
        var file = Environment.GetEnvironmentVariable("SENTINEL_GITHUB_OPENAPI");
        return File.Exists(file) ? new(JsonElement.Parse(File.ReadAllBytes(file))) : null;
    }

    private static Regex Compile(string path) => new(
        "^" + Regex.Replace(Regex.Escape(path).Replace("\\{", "{", StringComparison.Ordinal), @"\{(\w+)\}",
            part => Wide.Contains(part.Groups[1].Value) ? ".+" : "[^/]+") + "$");

    /// <summary>The path item that fits with the most letters of its own.</summary>
    private JsonElement? Find(string path)
    {
        var found = paths.Where(one => one.Shape.IsMatch(path)).ToArray();
        return found.Length > 0 ? found.MaxBy(one => one.Literal).Item : null;
    }

    private IEnumerable<string> Query(
        JsonElement item, JsonElement operation, IReadOnlyDictionary<string, string> query)
    {
        var known = Parameters(item).Concat(Parameters(operation)).Where(one => Text(one, "in") == "query")
            .ToDictionary(one => Text(one, "name"), StringComparer.Ordinal);
        foreach (var (name, value) in query)
        {
            if (!known.TryGetValue(name, out var parameter))
                yield return $"'{name}' is no parameter there";
            else
            {
                foreach (var fault in requests.Faults(parameter.GetProperty("schema"), Typed(value), $"'{name}'"))
                {
                    // A text of digits is a number as well.
                    if (requests.Faults(parameter.GetProperty("schema"), JsonSerializer.SerializeToElement(value), name).Any())
                        yield return fault;
                }
            }
        }

        foreach (var (name, parameter) in known)
        {
            if (parameter.TryGetProperty("required", out var required) && required.GetBoolean() && !query.ContainsKey(name))
                yield return $"'{name}' is missing";
        }
    }

    private IEnumerable<string> Body(JsonElement operation, JsonElement body)
    {
        if (!operation.TryGetProperty("requestBody", out var described))
            return body.ValueKind == JsonValueKind.Undefined ? [] : ["no body is described there"];
        described = requests.Follow(described);
        if (body.ValueKind == JsonValueKind.Undefined)
            return described.TryGetProperty("required", out var required) && required.GetBoolean() ? ["the body is missing"] : [];
        var schema = described.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return requests.Faults(schema, body, "body");
    }

    private IEnumerable<JsonElement> Parameters(JsonElement holder) =>
        holder.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(requests.Follow) : [];

    private static JsonElement Typed(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonSerializer.SerializeToElement(number)
            : value is "true" or "false" ? JsonSerializer.SerializeToElement(value == "true")
            : JsonSerializer.SerializeToElement(value);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
