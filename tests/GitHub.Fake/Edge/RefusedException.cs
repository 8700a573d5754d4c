namespace ChangeSentinel.Fake.Edge;

/// <summary>A request GitHub refuses, with the status and the body it refuses with.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException()
    {
    }

    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RefusedException(int status, string message, params JsonNode[] errors)
        : base(message)
    {
        Status = status;
        Errors = errors;
    }

    public int Status { get; } = 500;

    public IReadOnlyList<JsonNode> Errors { get; } = [];

    /// <summary>404: not there, or not for this token to see.</summary>
    public static RefusedException NotFound(string message = "Not Found") => new(404, message);

    /// <summary>403: an App's token without the right.</summary>
    public static RefusedException NotByIntegration() => new(403, "Resource not accessible by integration");

    /// <summary>422 with one fault of one field.</summary>
    /// <param name="code">`missing`, `missing_field`, `invalid`, `already_exists`, `unprocessable`.</param>
    public static RefusedException Invalid(string resource, string field, string code) =>
        new(422, "Validation Failed", new JsonObject
        {
            ["resource"] = resource,
            ["field"] = field,
            ["code"] = code,
        });

    /// <summary>422 with a sentence of its own.</summary>
    public static RefusedException Custom(string resource, string field, string message) =>
        new(422, "Validation Failed", new JsonObject
        {
            ["resource"] = resource,
            ["code"] = "custom",
            ["field"] = field,
            ["message"] = message,
        });

    public JsonObject Body()
    {
        var body = new JsonObject { ["message"] = Message };
        if (Errors.Count > 0)
            body["errors"] = new JsonArray([.. Errors.Select(error => error.DeepClone())]);
        body["documentation_url"] = "https://docs.github.com/rest";
        body["status"] = Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return body;
    }
}
