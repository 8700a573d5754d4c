namespace ChangeSentinel.Fake.Routes;

/// <summary>Git's own objects: refs, commits, trees and blobs.</summary>
internal static class GitRoutes
{
    private const string Root = "/repos/{owner}/{repo}/git";

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/ref/{*ref}", ShowRef);
        routes.Get(Root + "/commits/{sha}", ShowCommit);
        routes.Get(Root + "/trees/{*sha}", ShowTree);
        routes.Get(Root + "/blobs/{sha}", ShowBlob);
    }

    private static Repository Read(Call call) => call.Repository(Access.Read, Scope.Contents);

    private static Answer ShowRef(Call call)
    {
        var repository = Read(call);
        var name = "refs/" + call["ref"];
        if (!repository.Refs.TryGetValue(name, out var id))
            throw RefusedException.NotFound();
        var kind = repository.Objects.Find(id)!.Kind;
        return Answer.Ok(new JsonObject
        {
            ["ref"] = name,
            ["node_id"] = AccountShape.NodeId("REF", name),
            ["url"] = $"{RepositoryShape.Address(call.GitHub, repository)}/git/{name}",
            ["object"] = new JsonObject
            {
                ["sha"] = id,
                ["type"] = kind,
                ["url"] = CommitShape.GitAddress(call.GitHub, repository, kind + "s", id),
            },
        });
    }

    private static Answer ShowCommit(Call call)
    {
        var repository = Read(call);
        return repository.Objects.FindCommit(call["sha"]) is { } commit
            ? Answer.Ok(CommitShape.Object(call.GitHub, repository, commit)) : throw RefusedException.NotFound();
    }

    /// <summary>Any value of `recursive` means yes; a name, a commit or a tree is asked for.</summary>
    private static Answer ShowTree(Call call)
    {
        var repository = Read(call);
        var id = repository.Resolve(call["sha"]) ?? throw RefusedException.NotFound();
        var tree = repository.Objects.FindCommit(id)?.Tree ?? id;
        if (repository.Objects.Find(tree) is not { Kind: "tree" })
            throw new RefusedException(422, "The tree_sha parameter is not a tree");

        var entries = repository.Objects.Tree(tree, call.Query.ContainsKey("recursive"));
        var limit = call.GitHub.State.TreeLimit;
        return Answer.Ok(new JsonObject
        {
            ["sha"] = tree,
            ["url"] = CommitShape.GitAddress(call.GitHub, repository, "trees", tree),
            ["tree"] = Json.Array(entries.Take(limit).Select(entry => Entry(call.GitHub, repository, entry))),
            ["truncated"] = entries.Count > limit,
        });
    }

    private static Answer ShowBlob(Call call)
    {
        var repository = Read(call);
        if (repository.Objects.Find(call["sha"]) is not { Kind: "blob" } blob)
            throw RefusedException.NotFound();
        return Answer.Ok(new JsonObject
        {
            ["sha"] = blob.Id,
            ["node_id"] = AccountShape.NodeId("B", blob.Id),
            ["size"] = blob.Content.Length,
            ["url"] = CommitShape.GitAddress(call.GitHub, repository, "blobs", blob.Id),
            ["content"] = Convert.ToBase64String(blob.Content, Base64FormattingOptions.InsertLineBreaks).Replace("\r", "", StringComparison.Ordinal) + "\n",
            ["encoding"] = "base64",
        });
    }

    private static JsonObject Entry(FakeGitHub gitHub, Repository repository, TreeEntry entry)
    {
        var shape = new JsonObject
        {
            ["path"] = entry.Path,
            ["mode"] = entry.Mode,
            ["type"] = entry.Kind,
            ["sha"] = entry.Id,
        };
        if (entry.Size is { } size)
            shape["size"] = size;
        if (entry.Kind != "commit")
            shape["url"] = CommitShape.GitAddress(gitHub, repository, entry.Kind + "s", entry.Id);
        return shape;
    }
}
