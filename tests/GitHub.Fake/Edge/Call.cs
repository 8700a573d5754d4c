using System.Globalization;

namespace ChangeSentinel.Fake.Edge;

/// <summary>One request to the REST API, with what its route took from the path.</summary>
public sealed class Call(FakeGitHub gitHub, string method, string path)
{
    public FakeGitHub GitHub => gitHub;

    public string Method => method;

    /// <summary>Below the API's root, with a leading slash, escapes resolved.</summary>
    public string Path => path;

    /// <summary>Null for nobody.</summary>
    public Token? Token { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public string Accept { get; init; } = "";

    public JsonElement Body { get; init; }

    /// <summary>Null where the path names none.</summary>
    public Repository? Named { get; init; }

    public IReadOnlyDictionary<string, string> Parts { get; set; } = new Dictionary<string, string>();

    /// <summary>A part of the path.</summary>
    public string this[string part] => Parts[part];

    /// <summary>A number of the query; null where it is not there or none.</summary>
    public int? Number(string name) =>
        Query.TryGetValue(name, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number in the path.</summary>
    /// <exception cref="RefusedException">404 where it is none.</exception>
    public long Id(string part) =>
        long.TryParse(this[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw RefusedException.NotFound();

    /// <summary>This request's address with another value of one query parameter, as GitHub links pages.</summary>
    public string Sibling(string name, string value)
    {
        var query = new Dictionary<string, string>(Query) { [name] = value };
        var place = Named is { } repository && path.StartsWith("/repos/", StringComparison.Ordinal)
            ? $"/repositories/{repository.Id}/{path.Split('/', 5).ElementAtOrDefault(4)}"
            : path;
        var text = query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}");
        return $"{gitHub.Api}{place}?{string.Join('&', text)}";
    }

    /// <summary>The repository in the path, where this token may do this.</summary>
    /// <param name="scopes">One of them is enough.</param>
    /// <exception cref="RefusedException">404 where the token can't see it, 403 where it may not do this.</exception>
    public Repository Repository(Access access, params Scope[] scopes)
    {
        var repository = Named is { } named && Rights.Sees(Token, named) ? named : throw RefusedException.NotFound();
        Rights.Demand(Token, repository, access, scopes);
        return repository;
    }

    public PullRequest Pull(Access access, params Scope[] scopes) =>
        Repository(access, scopes).Pull((int)Id("number")) ?? throw RefusedException.NotFound();

    /// <summary>The commit a part of the path names.</summary>
    /// <exception cref="RefusedException">422 where there is none.</exception>
    public CommitObject Commit(Repository repository, string part) =>
        repository.Resolve(this[part]) is { } id && repository.Objects.FindCommit(id) is { } commit
            ? commit : throw new RefusedException(422, $"No commit found for SHA: {this[part]}");

    /// <summary>A text of the body; null where it is not there.</summary>
    public string? Text(string field) => Text(Body, field);

    public static string? Text(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
