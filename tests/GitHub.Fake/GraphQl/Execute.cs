using System.Collections;

namespace ChangeSentinel.Fake.GraphQl;

/// <summary>Executes a document that was found valid.</summary>
internal sealed class Execute(FakeGitHub gitHub, Token? token, Document document)
{
    private readonly Dictionary<string, object?> variables = new(StringComparer.Ordinal);

    /// <summary>What went wrong on the way, in GitHub's form; the data holds null there.</summary>
    public IList<JsonNode> Errors { get; } = [];

    public JsonObject Run(Operation operation, JsonObject given)
    {
        foreach (var one in operation.Variables)
        {
            variables[one.Name] = given[one.Name] is { } value ? Plain(value)
                : one.Default is { } usual ? Plain(usual) : null;
        }

        return Object(gitHub, "Query", operation.Selections, []);
    }

    private JsonObject Object(object source, string type, IReadOnlyList<Selection> selections, string[] path)
    {
        var result = new JsonObject();
        foreach (var field in Collect(selections, type))
        {
            string[] here = [.. path, field.Alias];
            if (result.ContainsKey(field.Alias))
                Merge(result[field.Alias], Value(source, type, field, here));
            else
                result[field.Alias] = Value(source, type, field, here);
        }

        return result;
    }

    private JsonNode? Value(object source, string type, Selection.Field asked, string[] path)
    {
        if (asked.Name == "__typename")
            return type;
        var field = Schema.Types[type].Fields[asked.Name];
        var arguments = asked.Arguments.ToDictionary(pair => pair.Key, pair => Plain(pair.Value));
        object? value;
        try
        {
            if (field.Pages && (arguments.GetValueOrDefault("first") ?? arguments.GetValueOrDefault("last")) is double and (< 1 or > 100))
                throw new GraphQlException("EXCESSIVE_PAGINATION", $"Requesting records on the `{asked.Name}` connection exceeds the `first` limit of 100 records.");
            value = field.Read(new(gitHub, token, arguments), source);
        }
        catch (GraphQlException failed)
        {
            Errors.Add(new JsonObject
            {
                ["type"] = failed.Kind,
                ["path"] = Json.Array(path.Select(step => JsonValue.Create(step))),
                ["locations"] = new JsonArray(),
                ["message"] = failed.Message,
            });
            return null;
        }

        if (value is null)
            return null;
        if (field.Element is not { } element)
            return JsonSerializer.SerializeToNode(value);
        if (!field.IsList)
            return Object(value, Schema.TypeOf(value, element), asked.Selections, path);
        return Json.Array(((IEnumerable)value).Cast<object>()
            .Select(item => Object(item, Schema.TypeOf(item, element), asked.Selections, path)));
    }

    /// <summary>The fields asked of this type, fragments resolved.</summary>
    private IEnumerable<Selection.Field> Collect(IReadOnlyList<Selection> selections, string type) =>
        selections.Where(IsWanted).SelectMany(selection => selection switch
        {
            Selection.Field field => [field],
            Selection.Inline inline => Fits(inline.On, type) ? Collect(inline.Selections, type) : [],
            Selection.Spread spread when document.Fragments[spread.Name] is { } fragment =>
                Fits(fragment.On, type) ? Collect(fragment.Selections, type) : [],
            _ => throw new System.Diagnostics.UnreachableException(),
        });

    private static bool Fits(string? on, string type) =>
        on is null || on == type || Schema.Types[type].Implements.Contains(on);

    private bool IsWanted(Selection selection) => selection.Directives.All(directive =>
        Plain(directive.Arguments["if"]) is true == (directive.Name == "include"));

    private static void Merge(JsonNode? into, JsonNode? more)
    {
        if (into is not JsonObject known || more is not JsonObject extra)
            return;
        foreach (var (name, value) in extra.ToArray())
        {
            if (!known.ContainsKey(name))
                known[name] = value?.DeepClone();
        }
    }

    private object? Plain(GraphValue value) => value switch
    {
        GraphValue.Variable variable => variables[variable.Name],
        GraphValue.Literal literal => literal.Value,
        GraphValue.Enumerated name => name.Name,
        GraphValue.List list => list.Items.Select(Plain).ToArray(),
        GraphValue.Object fields => fields.Fields.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonArray array => array.Select(Plain).ToArray(),
        JsonObject fields => fields.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number => node.GetValue<JsonElement>().GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        },
    };
}
