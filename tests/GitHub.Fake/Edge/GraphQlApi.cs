using ChangeSentinel.Fake.GraphQl;
using ChangeSentinel.Fake.Judge;

namespace ChangeSentinel.Fake.Edge;

/// <summary>The GraphQL API: one address, and 200 whatever went wrong with the document.</summary>
internal sealed class GraphQlApi(FakeGitHub gitHub)
{
    public Answer Answer(Call call)
    {
        if (call.Method != "POST")
            throw RefusedException.NotFound();
        if (call.Token is null)
            throw new RefusedException(401, "This endpoint requires you to be authenticated.");
        var source = call.Text("query");
        if (source is null)
            return Failed("A query attribute must be specified and must be a string.");

        var given = call.Body.TryGetProperty("variables", out var element) && element.ValueKind == JsonValueKind.Object
            ? JsonObject.Create(element)! : [];
        try
        {
            var document = DocumentParser.Parse(source);
            if (document.Operations is not [var operation])
                return Failed("An operation name is required");
            var faults = Validate.Faults(document, operation, given);
            foreach (var fault in faults)
                gitHub.Complaints.Add($"GraphQL: {fault}");
            if (faults.Count > 0)
                return Failed([.. faults]);
            RecordedDocuments.Keep(source);
            return Run(new(gitHub, call.Token, document), operation, given);
        }
        catch (GraphQlException broken)
        {
            gitHub.Complaints.Add($"GraphQL: {broken.Message}");
            return Failed(broken.Message);
        }
    }

    private static Answer Run(Execute execution, Operation operation, JsonObject variables)
    {
        var body = new JsonObject { ["data"] = execution.Run(operation, variables) };
        if (execution.Errors.Count > 0)
            body["errors"] = Json.Array(execution.Errors);
        return Edge.Answer.Ok(body);
    }

    private static Answer Failed(params string[] messages) => Edge.Answer.Ok(new JsonObject
    {
        ["errors"] = Json.Array(messages.Select(message => new JsonObject { ["message"] = message })),
    });
}
