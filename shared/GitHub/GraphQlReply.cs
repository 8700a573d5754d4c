using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChangeSentinel.GitHub;

/// <summary>What GraphQL answered: `data`, or the first thing it says went wrong.</summary>
internal sealed record GraphQlReply
{
    /// <summary>Null where there are errors, or no data.</summary>
    public object? Data { get; private init; }

    /// <summary>`RATE_LIMITED`, `NOT_FOUND` …; empty where GitHub names none.</summary>
    public string ErrorType { get; private init; } = "";

    /// <summary>Null where nothing went wrong.</summary>
    public string? Error { get; private init; }

    public ForgeFailure Failure => ErrorType switch
    {
        "NOT_FOUND" => ForgeFailure.NotFound,
        "FORBIDDEN" or "INSUFFICIENT_SCOPES" => ForgeFailure.Forbidden,
        "RATE_LIMITED" or "RATE_LIMIT" => ForgeFailure.Limited,
        "SERVICE_UNAVAILABLE" or "INTERNAL" or "TIMEOUT" => ForgeFailure.Unavailable,
        _ when Error is { } said && Limits.IsSecondary(said) => ForgeFailure.Limited,
        _ when Error is { } said && IsBreakdown(said) => ForgeFailure.Unavailable,
        _ => ForgeFailure.Refused,
    };

    /// <exception cref="JsonException">The body is cut off, or no answer of GraphQL.</exception>
    public static GraphQlReply Read(ReadOnlyMemory<byte> body, JsonTypeInfo type)
    {
        var reader = new Utf8JsonReader(body.Span);
        ReadOnlyMemory<byte> data = default;
        GraphQlReply? failed = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var value = body[start..(int)reader.BytesConsumed];
            if (name == "data")
                data = value;
            else if (name == "errors")
                failed = ReadErrors(value) ?? failed;
            else if (name == "message")
                failed ??= new() { Error = ReadText(value) };
        }

        if (reader.Read())
            throw new JsonException();
        if (failed is not null)
            return failed;
        return data.IsEmpty || JsonSerializer.Deserialize(data.Span, type) is not { } read
            ? throw new JsonException()
            : new() { Data = read };
    }

    /// <summary>A limit among several errors is the one to know about.</summary>
    private static GraphQlReply? ReadErrors(ReadOnlyMemory<byte> errors)
    {
        using var document = JsonDocument.Parse(errors);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return null;
        GraphQlReply? first = null;
        foreach (var error in document.RootElement.EnumerateArray())
        {
            var reply = new GraphQlReply { ErrorType = Text(error, "type"), Error = Text(error, "message") };
            if (first is null || reply.Failure == ForgeFailure.Limited)
                first = reply;
        }

        return first;
    }

    private static bool IsBreakdown(string message) =>
        message.StartsWith("Something went wrong", StringComparison.OrdinalIgnoreCase)
        || message.Contains("timeout", StringComparison.OrdinalIgnoreCase)
        || message.Contains("timed out", StringComparison.OrdinalIgnoreCase)
        || message.Contains("timedout", StringComparison.OrdinalIgnoreCase);

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string ReadText(ReadOnlyMemory<byte> value)
    {
        var reader = new Utf8JsonReader(value.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
    }
}
