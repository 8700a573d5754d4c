namespace ChangeSentinel.Fake.Routes;

/// <summary>Files and folders by path.</summary>
internal static class ContentRoutes
{
    private const long MostInline = 1024 * 1024;

    public static void Add(RouteTable routes) =>
        routes.Get("/repos/{owner}/{repo}/contents/{*path}", Show);

    private static Answer Show(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Contents);
        var name = call.Query.GetValueOrDefault("ref", repository.DefaultBranch);
        var commit = repository.Resolve(name) is { } id ? repository.Objects.FindCommit(id) : null;
        if (commit is null)
            throw RefusedException.NotFound($"No commit found for the ref {name}");

        var path = call["path"].Trim('/');
        var entry = repository.Objects.Tree(commit.Tree, recursive: true).FirstOrDefault(one => one.Path == path)
            ?? throw RefusedException.NotFound();
        if (entry.Kind == "blob" && call.Accept.Contains("raw", StringComparison.Ordinal))
            return new(200, null) { Raw = repository.Objects.Find(entry.Id)!.Content };
        if (entry.Kind == "tree")
        {
            return Answer.Ok(Json.Array(repository.Objects.Tree(entry.Id, recursive: false)
                .Select(child => Entry(call, repository, child with { Path = $"{path}/{child.Path}" }, name))));
        }

        var shape = Entry(call, repository, entry, name);
        if (entry.Kind == "blob" && entry.Mode != "120000")
        {
            var whole = entry.Size <= MostInline;
            shape["content"] = whole ? Convert.ToBase64String(repository.Objects.Find(entry.Id)!.Content) + "\n" : "";
            shape["encoding"] = whole ? "base64" : "none";
        }

        return Answer.Ok(shape);
    }

    private static JsonObject Entry(Call call, Repository repository, TreeEntry entry, string name)
    {
        var address = $"{RepositoryShape.Address(call.GitHub, repository)}/contents/{entry.Path}?ref={name}";
        var git = entry.Kind == "commit" ? null
            : CommitShape.GitAddress(call.GitHub, repository, entry.Kind + "s", entry.Id);
        return new()
        {
            ["name"] = entry.Path.Split('/')[^1],
            ["path"] = entry.Path,
            ["sha"] = entry.Id,
            ["size"] = entry.Size ?? 0,
            ["url"] = address,
            ["html_url"] = null,
            ["git_url"] = git,
            ["download_url"] = null,
            ["type"] = (entry.Kind, entry.Mode) switch
            {
                ("tree", _) => "dir",
                ("commit", _) => "submodule",
                (_, "120000") => "symlink",
                _ => "file",
            },
            ["_links"] = new JsonObject { ["self"] = address, ["git"] = git, ["html"] = null },
        };
    }
}
