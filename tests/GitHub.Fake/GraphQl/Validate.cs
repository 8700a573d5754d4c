namespace ChangeSentinel.Fake.GraphQl;

/// <summary>Judges a document before it is executed, as GitHub does.</summary>
internal static class Validate
{
    private static readonly Dictionary<string, Func<Document, Operation, JsonObject, IEnumerable<string>>> Rules = new()
    {
        ["variables"] = Variables,
        ["fields"] = (document, operation, _) => operation.Kind == "query"
            ? Selections(document, operation.Selections, "Query") : ["The fake knows no mutations"],
    };

    /// <summary>What is wrong; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(Document document, Operation operation, JsonObject variables) =>
        [.. Rules.Values.SelectMany(rule => rule(document, operation, variables))];

    private static IEnumerable<string> Variables(Document document, Operation operation, JsonObject variables)
    {
        var used = Used(document, operation.Selections).ToHashSet(StringComparer.Ordinal);
        var declared = operation.Variables.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        var name = operation.Name ?? "anonymous query";
        foreach (var unused in declared.Except(used, StringComparer.Ordinal))
            yield return $"Variable ${unused} is declared by {name} but not used";
        foreach (var unknown in used.Except(declared, StringComparer.Ordinal))
            yield return $"Variable ${unknown} is used by {name} but not declared";
        foreach (var one in operation.Variables)
        {
            if (one.Type.EndsWith('!') && one.Default is null && variables[one.Name] is null)
                yield return $"Variable ${one.Name} of type {one.Type} was provided invalid value";
        }
    }

    private static IEnumerable<string> Selections(Document document, IReadOnlyList<Selection> selections, string on)
    {
        if (!Schema.Types.TryGetValue(on, out var type))
            return [$"No such type {on}, so it can't be a fragment condition"];
        return selections.SelectMany(selection => selection switch
        {
            Selection.Field field => Field(document, field, type),
            Selection.Inline inline => Selections(document, inline.Selections, inline.On ?? on),
            Selection.Spread spread => document.Fragments.TryGetValue(spread.Name, out var fragment)
                ? Selections(document, fragment.Selections, fragment.On)
                : [$"Fragment {spread.Name} was used, but not defined"],
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    private static IEnumerable<string> Field(Document document, Selection.Field asked, GraphType type)
    {
        if (asked.Name == "__typename")
            yield break;
        if (!type.Fields.TryGetValue(asked.Name, out var field))
        {
            yield return $"Field '{asked.Name}' doesn't exist on type '{type.Name}'";
            yield break;
        }

        var known = field.Arguments.Select(argument => argument.TrimEnd('!')).ToArray();
        foreach (var argument in asked.Arguments.Keys.Except(known, StringComparer.Ordinal))
            yield return $"Field '{asked.Name}' doesn't accept argument '{argument}'";
        foreach (var needed in field.Arguments.Where(argument => argument.EndsWith('!')))
        {
            if (!asked.Arguments.ContainsKey(needed[..^1]))
                yield return $"Field '{asked.Name}' is missing required arguments: {needed[..^1]}";
        }

        if (field.Pages && !asked.Arguments.ContainsKey("first") && !asked.Arguments.ContainsKey("last"))
            yield return $"You must provide a `first` or `last` value to properly paginate the `{asked.Name}` connection.";
        if (field.Type is null && asked.Selections.Count > 0)
            yield return $"Selections can't be made on scalars (field '{asked.Name}')";
        if (field.Element is not { } element)
            yield break;
        if (asked.Selections.Count == 0)
            yield return $"Field must have selections (field '{asked.Name}' returns {element} but has no selections)";
        foreach (var fault in Selections(document, asked.Selections, element))
            yield return fault;
    }

    private static IEnumerable<string> Used(Document document, IReadOnlyList<Selection> selections) =>
        selections.SelectMany(selection => selection.Directives.SelectMany(one => one.Arguments.Values).SelectMany(Used)
            .Concat(selection switch
            {
                Selection.Field field =>
                    field.Arguments.Values.SelectMany(Used).Concat(Used(document, field.Selections)),
                Selection.Inline inline => Used(document, inline.Selections),
                Selection.Spread spread => document.Fragments.TryGetValue(spread.Name, out var fragment)
                    ? Used(document, fragment.Selections) : [],
                _ => [],
            }));

    private static IEnumerable<string> Used(GraphValue value) => value switch
    {
        GraphValue.Variable variable => [variable.Name],
        GraphValue.List list => list.Items.SelectMany(Used),
        GraphValue.Object fields => fields.Fields.Values.SelectMany(Used),
        _ => [],
    };
}
