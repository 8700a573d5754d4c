namespace ChangeSentinel.Fake.GraphQl;

/// <summary>What a field is told when it is read.</summary>
internal sealed record GraphCall(FakeGitHub GitHub, Token? Token, IReadOnlyDictionary<string, object?> Arguments)
{
    public string? Text(string name) => Arguments.GetValueOrDefault(name) as string;

    public int? Number(string name) => Arguments.GetValueOrDefault(name) is double number ? (int)number : null;

    /// <exception cref="GraphQlException">The token may not read this.</exception>
    public void Demand(Repository repository, Scope scope)
    {
        try
        {
            Rights.Demand(Token, repository, Access.Read, [scope]);
        }
        catch (RefusedException refusal)
        {
            throw new GraphQlException("FORBIDDEN", refusal.Message);
        }
    }
}

/// <summary>A field of a type.</summary>
/// <param name="Type">The name of its type; `[X]` for a list; null for a scalar.</param>
/// <param name="Read">From the object that holds it.</param>
internal sealed record GraphField(string? Type, Func<GraphCall, object, object?> Read)
{
    /// <summary>Arguments it knows; one that must be given ends with `!`.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether it is cut into pages, so that `first` or `last` must be given.</summary>
    public bool Pages { get; init; }

    public bool IsList => Type?[0] == '[';

    public string? Element => Type?.Trim('[', ']');
}

/// <summary>A type of the schema, as far as the fake knows it.</summary>
/// <param name="Name">GitHub's.</param>
internal sealed record GraphType(string Name, IReadOnlyDictionary<string, GraphField> Fields)
{
    /// <summary>Interfaces it implements.</summary>
    public IReadOnlyList<string> Implements { get; init; } = [];
}

/// <summary>A page of a list.</summary>
internal sealed record Connection(IReadOnlyList<object> All, int Start, int Count)
{
    public IEnumerable<object> Nodes => All.Skip(Start).Take(Count);

    public bool HasNext => Start + Count < All.Count;

    public string? EndCursor => Nodes.Any() ? $"{Start + Nodes.Count()}" : null;

    public static Connection Of(GraphCall call, IEnumerable<object> items)
    {
        object[] all = [.. items];
        var start = int.TryParse(call.Text("after"), out var after) ? after : 0;
        if (call.Number("last") is { } last)
            return new(all, Math.Max(0, all.Length - last), last);
        return new(all, start, call.Number("first") ?? 0);
    }
}

/// <summary>An object of a repository, and the path it was reached by.</summary>
internal sealed record Stored(Repository Repository, GitObject Object, string Path);

/// <summary>A branch or tag.</summary>
internal sealed record Named(Repository Repository, string Name, string Target);

/// <summary>An entry of a folder.</summary>
internal sealed record Held(Repository Repository, TreeEntry Entry, string Path);
