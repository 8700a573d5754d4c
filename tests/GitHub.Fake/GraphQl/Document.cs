namespace ChangeSentinel.Fake.GraphQl;

/// <summary>A GraphQL document: operations and named fragments.</summary>
internal sealed record Document(IReadOnlyList<Operation> Operations, IReadOnlyDictionary<string, Fragment> Fragments);

/// <param name="Kind">`query` or `mutation`.</param>
internal sealed record Operation(string Kind, string? Name, IReadOnlyList<Selection> Selections)
{
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];
}

/// <param name="Type">As written: `[String!]!`.</param>
internal sealed record VariableDefinition(string Name, string Type, GraphValue? Default);

internal sealed record Fragment(string Name, string On, IReadOnlyList<Selection> Selections);

/// <summary>Something asked of an object.</summary>
internal abstract record Selection
{
    private Selection()
    {
    }

    public IReadOnlyList<Directive> Directives { get; init; } = [];

    /// <param name="Alias">The name in the answer.</param>
    public sealed record Field(string Name, string Alias, IReadOnlyDictionary<string, GraphValue> Arguments) : Selection
    {
        public IReadOnlyList<Selection> Selections { get; init; } = [];
    }

    /// <param name="On">Null where the fragment is for whatever type stands there.</param>
    public sealed record Inline(string? On, IReadOnlyList<Selection> Selections) : Selection;

    public sealed record Spread(string Name) : Selection;
}

internal sealed record Directive(string Name, IReadOnlyDictionary<string, GraphValue> Arguments);

/// <summary>A value as the document writes it.</summary>
internal abstract record GraphValue
{
    private GraphValue()
    {
    }

    public sealed record Variable(string Name) : GraphValue;

    /// <param name="Value">Null, a string, a number or a truth.</param>
    public sealed record Literal(object? Value) : GraphValue;

    public sealed record Enumerated(string Name) : GraphValue;

    public sealed record List(IReadOnlyList<GraphValue> Items) : GraphValue;

    public sealed record Object(IReadOnlyDictionary<string, GraphValue> Fields) : GraphValue;
}

/// <summary>A document GitHub answers with errors, and no data.</summary>
public sealed class GraphQlException : Exception
{
    public GraphQlException()
    {
    }

    public GraphQlException(string message)
        : base(message)
    {
    }

    public GraphQlException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public GraphQlException(string kind, string message)
        : base(message) => Kind = kind;

    /// <summary>GitHub's `type` of the error, `NOT_FOUND` say.</summary>
    public string Kind { get; } = "";
}
