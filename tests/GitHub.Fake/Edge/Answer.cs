namespace ChangeSentinel.Fake.Edge;

/// <summary>What the fake answers a request with.</summary>
/// <param name="Body">Null for none.</param>
public sealed record Answer(int Status, JsonNode? Body)
{
    /// <summary>In place of the body, as they are; null for JSON.</summary>
    public byte[]? Raw { get; init; }

    /// <summary>The `Link` header; null where everything fits one page.</summary>
    public string? Link { get; init; }

    /// <summary>Where a redirect points to; null for none.</summary>
    public string? Location { get; init; }

    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Created(JsonNode body) => new(201, body);

    /// <summary>One page of a list.</summary>
    public static Answer List<T>(Call call, IReadOnlyList<T> items, Func<T, JsonNode> shape)
    {
        var page = Page.Of(call);
        return Ok(new JsonArray([.. page.Slice(items).Select(shape)])) with { Link = page.Link(call, items.Count) };
    }

    /// <summary>One page of a list that GitHub wraps into an object with a total.</summary>
    public static Answer Wrapped<T>(Call call, string name, IReadOnlyList<T> items, Func<T, JsonNode> shape)
    {
        var page = Page.Of(call);
        var body = new JsonObject
        {
            ["total_count"] = items.Count,
            [name] = new JsonArray([.. page.Slice(items).Select(shape)]),
        };
        return Ok(body) with { Link = page.Link(call, items.Count) };
    }
}
