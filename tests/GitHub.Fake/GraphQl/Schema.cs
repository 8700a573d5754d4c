namespace ChangeSentinel.Fake.GraphQl;

/// <summary>The part of GitHub's schema the fake knows; what is not here is answered as an unknown field.</summary>
internal static class Schema
{
    public static IReadOnlyDictionary<string, GraphType> Types { get; } = ((GraphType[])
        [.. RepositoryTypes.All, .. ObjectTypes.All, .. PullTypes.All, Query(), RateLimit(), .. Actors()])
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The type of an object where its field's type is an interface.</summary>
    public static string TypeOf(object value, string declared) => value switch
    {
        Stored { Object.Kind: "blob" } => "Blob",
        Stored { Object.Kind: "tree" } => "Tree",
        Stored { Object.Kind: "commit" } => "Commit",
        Account { Type: AccountType.Bot } when declared == "Actor" => "Bot",
        Account { Type: AccountType.Organization } => "Organization",
        Account when declared == "Actor" => "User",
        _ => declared,
    };

    public static GraphField Scalar<T>(Func<T, object?> read) => new(null, (_, source) => read((T)source));

    public static GraphField Object<T>(string type, Func<GraphCall, T, object?> read, params string[] arguments) =>
        new(type, (call, source) => read(call, (T)source)) { Arguments = arguments };

    public static GraphField Page<T>(string type, Func<GraphCall, T, IEnumerable<object>> read) =>
        new(type, (call, source) => Connection.Of(call, read(call, (T)source)))
        {
            Arguments = ["first", "last", "after", "before"],
            Pages = true,
        };

    public static GraphType Pages(string name, string element) => new(name, new Dictionary<string, GraphField>
    {
        ["nodes"] = Object<Connection>($"[{element}]", (_, page) => page.Nodes),
        ["totalCount"] = Scalar<Connection>(page => page.All.Count),
        ["pageInfo"] = Object<Connection>("PageInfo", (_, page) => page),
    });

    private static GraphType Query() => new("Query", new Dictionary<string, GraphField>
    {
        ["viewer"] = Object<FakeGitHub>("User", (call, _) => call.Token?.Actor),
        ["repository"] = Object<FakeGitHub>("Repository", FindRepository, "owner!", "name!", "followRenames"),
        ["rateLimit"] = Object<FakeGitHub>("RateLimit", (call, _) => call.Token, "dryRun"),
    });

    private static GraphType RateLimit() => new("RateLimit", new Dictionary<string, GraphField>
    {
        ["limit"] = Scalar<Token>(token => token.Limit),
        ["remaining"] = Scalar<Token>(token => token.Limit - token.Used),
        ["used"] = Scalar<Token>(token => token.Used),
        ["cost"] = Scalar<Token>(_ => 1),
        ["nodeCount"] = Scalar<Token>(_ => 1),
        ["resetAt"] = new(null, (call, _) => Json.Time(call.GitHub.State.Now.AddHours(1))),
    });

    private static IEnumerable<GraphType> Actors()
    {
        Dictionary<string, GraphField> Fields() => new()
        {
            ["login"] = Scalar<Account>(account => account.Login),
            ["url"] = new(null, (call, source) => $"{call.GitHub.Url}/{((Account)source).Login}"),
        };
        yield return new("Actor", Fields());
        foreach (var name in (string[])["User", "Bot", "Organization"])
        {
            var fields = Fields();
            fields["id"] = Scalar<Account>(account => AccountShape.NodeId("User", account.Id));
            fields["databaseId"] = Scalar<Account>(account => account.Id);
            if (name != "Bot")
                fields["name"] = Scalar<Account>(account => account.Name);
            yield return new(name, fields) { Implements = ["Actor"] };
        }
    }

    private static Repository? FindRepository(GraphCall call, FakeGitHub gitHub)
    {
        var (owner, name) = (call.Text("owner")!, call.Text("name")!);
        var found = gitHub.State.Repository(owner, name)
            ?? gitHub.State.Repositories.FirstOrDefault(one => one.FormerNames.Contains($"{owner}/{name}"));
        return found is not null && Rights.Sees(call.Token, found) ? found
            : throw new GraphQlException("NOT_FOUND", $"Could not resolve to a Repository with the name '{owner}/{name}'.");
    }
}
