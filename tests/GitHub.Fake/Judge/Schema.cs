using System.Globalization;

namespace ChangeSentinel.Fake.Judge;

/// <summary>What of a value is held against its schema.</summary>
/// <param name="Required">Whether a missing property is a fault.</param>
/// <param name="Known">Whether a property the schema does not name is a fault.</param>
internal sealed record Strictness(bool Required, bool Known);

/// <summary>
/// Judges JSON by a schema of a document: the part of JSON Schema that OpenAPI 3.0 and GitHub's webhook schemas use.
/// </summary>
/// <param name="document">What `$ref` points into.</param>
internal sealed class Schema(JsonElement document, Strictness strictness)
{
    /// <summary>What is wrong with the value, each with its place; empty where it fits.</summary>
    public IEnumerable<string> Faults(JsonElement schema, JsonElement value, string place)
    {
        schema = Follow(schema);
        if (value.ValueKind == JsonValueKind.Null && IsTrue(schema, "nullable"))
            return [];
        return [.. Kind(schema, value, place), .. Values(schema, value, place), .. Combined(schema, value, place),
            .. value.ValueKind switch
            {
                JsonValueKind.Object => Fields(schema, value, place),
                JsonValueKind.Array => Items(schema, value, place),
                JsonValueKind.String => Length(schema, value.GetString()!, place),
                _ => [],
            }];
    }

    public JsonElement Follow(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var target))
        {
            element = document;
            foreach (var step in target.GetString()!.Split('/').Skip(1))
                element = element.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }

        return element;
    }

    private static IEnumerable<string> Kind(JsonElement schema, JsonElement value, string place)
    {
        if (!schema.TryGetProperty("type", out var type))
            yield break;
        var kinds = type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()!).ToArray() : [type.GetString()!];
        if (!kinds.Any(kind => Is(kind, value)))
            yield return $"{place} is {value.ValueKind}, not {string.Join(" or ", kinds)}";
    }

    private static bool Is(string kind, JsonElement value) => kind switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static IEnumerable<string> Values(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            yield return $"{place} is {value.GetRawText()}, which is not one of {values.GetRawText()}";
    }

    private List<string> Combined(JsonElement schema, JsonElement value, string place)
    {
        var faults = new List<string>();
        if (schema.TryGetProperty("allOf", out var all))
        {
            // Each part knows only its own properties.
            var loose = new Schema(document, strictness with { Known = false });
            foreach (var part in all.EnumerateArray())
                faults.AddRange(loose.Faults(part, value, place));
        }

        foreach (var kind in (string[])["anyOf", "oneOf"])
        {
            if (!schema.TryGetProperty(kind, out var any))
                continue;
            var tried = any.EnumerateArray().Select(part => Faults(part, value, place).ToArray()).ToArray();
            if (Array.TrueForAll(tried, found => found.Length > 0))
                faults.AddRange(tried.MinBy(found => found.Length)!);
        }

        return faults;
    }

    private IEnumerable<string> Fields(JsonElement schema, JsonElement value, string place)
    {
        if (strictness.Required && schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(one => one.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                    yield return $"{place} lacks '{name}'";
            }
        }

        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasMore = schema.TryGetProperty("additionalProperties", out var more);
        foreach (var field in value.EnumerateObject())
        {
            if (hasProperties && properties.TryGetProperty(field.Name, out var known))
            {
                foreach (var fault in Faults(known, field.Value, $"{place}.{field.Name}"))
                    yield return fault;
            }
            else if (strictness.Known && hasProperties && (!hasMore || more.ValueKind == JsonValueKind.False))
                yield return $"{place} has '{field.Name}', which is not described";
        }
    }

    private IEnumerable<string> Items(JsonElement schema, JsonElement value, string place)
    {
        var count = value.GetArrayLength();
        if (schema.TryGetProperty("maxItems", out var most) && count > most.GetInt32())
            yield return $"{place} has {count} items, at most {most} are allowed";
        if (schema.TryGetProperty("minItems", out var least) && count < least.GetInt32())
            yield return $"{place} has {count} items, at least {least} are needed";
        if (!schema.TryGetProperty("items", out var items))
            yield break;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            foreach (var fault in Faults(items, item, string.Create(CultureInfo.InvariantCulture, $"{place}[{index++}]")))
                yield return fault;
        }
    }

    private static IEnumerable<string> Length(JsonElement schema, string text, string place)
    {
        if (schema.TryGetProperty("maxLength", out var most) && text.Length > most.GetInt32())
            yield return $"{place} has {text.Length} characters, at most {most} are allowed";
    }

    private static bool IsTrue(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
