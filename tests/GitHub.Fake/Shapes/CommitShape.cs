namespace ChangeSentinel.Fake.Shapes;

/// <summary>Commits and changed files as the REST API shows them.</summary>
internal static class CommitShape
{
    public static JsonObject Commit(FakeGitHub gitHub, Repository repository, CommitObject commit)
    {
        var address = $"{RepositoryShape.Address(gitHub, repository)}/commits/{commit.Id}";
        var inner = Inner(gitHub, repository, commit);
        inner["comment_count"] = 0;
        return new()
        {
            ["sha"] = commit.Id,
            ["node_id"] = AccountShape.NodeId("C", commit.Id),
            ["commit"] = inner,
            ["url"] = address,
            ["html_url"] = Page(gitHub, repository, commit.Id),
            ["comments_url"] = address + "/comments",
            ["author"] = AccountShape.Maybe(gitHub, gitHub.State.AccountOf(commit.Author.Email)),
            ["committer"] = AccountShape.Maybe(gitHub, gitHub.State.AccountOf(commit.Committer.Email)),
            ["parents"] = Json.Array(commit.Parents.Select(parent => Parent(gitHub, repository, parent, "commits"))),
        };
    }

    /// <summary>As `git/commits/{sha}` shows it: the object alone.</summary>
    public static JsonObject Object(FakeGitHub gitHub, Repository repository, CommitObject commit)
    {
        var shape = Inner(gitHub, repository, commit);
        shape["sha"] = commit.Id;
        shape["node_id"] = AccountShape.NodeId("C", commit.Id);
        shape["url"] = GitAddress(gitHub, repository, "commits", commit.Id);
        shape["html_url"] = Page(gitHub, repository, commit.Id);
        shape["parents"] = Json.Array(commit.Parents.Select(parent => Parent(gitHub, repository, parent, "git/commits")));
        return shape;
    }

    public static JsonObject File(FakeGitHub gitHub, Repository repository, FileDiff file, string head)
    {
        var path = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
        var shape = new JsonObject
        {
            ["sha"] = file.Blob,
            ["filename"] = file.Path,
            ["status"] = file.Status,
            ["additions"] = file.Additions,
            ["deletions"] = file.Deletions,
            ["changes"] = file.Additions + file.Deletions,
            ["blob_url"] = $"{gitHub.Url}/{repository.FullName}/blob/{head}/{path}",
            ["raw_url"] = $"{gitHub.Url}/{repository.FullName}/raw/{head}/{path}",
            ["contents_url"] = $"{RepositoryShape.Address(gitHub, repository)}/contents/{path}?ref={head}",
        };
        if (file.Patch is { } patch)
            shape["patch"] = patch;
        if (file.PreviousPath is { } previous)
            shape["previous_filename"] = previous;
        return shape;
    }

    public static string GitAddress(FakeGitHub gitHub, Repository repository, string kind, string id) =>
        $"{RepositoryShape.Address(gitHub, repository)}/git/{kind}/{id}";

    private static JsonObject Inner(FakeGitHub gitHub, Repository repository, CommitObject commit) => new()
    {
        ["author"] = Person(commit.Author),
        ["committer"] = Person(commit.Committer),
        ["message"] = commit.Message.TrimEnd('\n'),
        ["tree"] = new JsonObject
        {
            ["sha"] = commit.Tree,
            ["url"] = GitAddress(gitHub, repository, "trees", commit.Tree),
        },
        ["url"] = GitAddress(gitHub, repository, "commits", commit.Id),
        ["verification"] = new JsonObject
        {
            ["verified"] = false,
            ["reason"] = "unsigned",
            ["signature"] = null,
            ["payload"] = null,
            ["verified_at"] = null,
        },
    };

    private static JsonObject Person(Signature signature) => new()
    {
        ["name"] = signature.Name,
        ["email"] = signature.Email,
        ["date"] = Json.Time(signature.At),
    };

    private static JsonObject Parent(FakeGitHub gitHub, Repository repository, string id, string kind) => new()
    {
        ["sha"] = id,
        ["url"] = $"{RepositoryShape.Address(gitHub, repository)}/{kind}/{id}",
        ["html_url"] = Page(gitHub, repository, id),
    };

    private static string Page(FakeGitHub gitHub, Repository repository, string id) =>
        $"{gitHub.Url}/{repository.FullName}/commit/{id}";
}
