namespace ChangeSentinel.Fake.Shapes;

/// <summary>Repositories, labels and moves of branches as the REST API shows them.</summary>
internal static class RepositoryShape
{
    private static readonly (string Name, string Path)[] Links =
    [
        ("forks", "forks"), ("keys", "keys{/key_id}"), ("collaborators", "collaborators{/collaborator}"),
        ("teams", "teams"), ("hooks", "hooks"), ("issue_events", "issues/events{/number}"), ("events", "events"),
        ("assignees", "assignees{/user}"), ("branches", "branches{/branch}"), ("tags", "tags"),
        ("blobs", "git/blobs{/sha}"), ("git_tags", "git/tags{/sha}"), ("git_refs", "git/refs{/sha}"),
        ("trees", "git/trees{/sha}"), ("statuses", "statuses/{sha}"), ("languages", "languages"),
        ("stargazers", "stargazers"), ("contributors", "contributors"), ("subscribers", "subscribers"),
        ("subscription", "subscription"), ("commits", "commits{/sha}"), ("git_commits", "git/commits{/sha}"),
        ("comments", "comments{/number}"), ("issue_comment", "issues/comments{/number}"),
        ("contents", "contents/{+path}"), ("compare", "compare/{base}...{head}"), ("merges", "merges"),
        ("archive", "{archive_format}{/ref}"), ("downloads", "downloads"), ("issues", "issues{/number}"),
        ("pulls", "pulls{/number}"), ("milestones", "milestones{/number}"),
        ("notifications", "notifications{?since,all,participating}"), ("labels", "labels{/name}"),
        ("releases", "releases{/id}"), ("deployments", "deployments"),
    ];

    public static string Address(FakeGitHub gitHub, Repository repository) =>
        $"{gitHub.Api}/repos/{repository.FullName}";

    /// <summary>The short form that stands inside other objects.</summary>
    public static JsonObject Minimal(FakeGitHub gitHub, Repository repository)
    {
        var shape = new JsonObject
        {
            ["id"] = repository.Id,
            ["node_id"] = AccountShape.NodeId("Repository", repository.Id),
            ["name"] = repository.Name,
            ["full_name"] = repository.FullName,
            ["private"] = repository.Private,
            ["owner"] = AccountShape.Simple(gitHub, repository.Owner),
            ["html_url"] = $"{gitHub.Url}/{repository.FullName}",
            ["description"] = null,
            ["fork"] = repository.Parent is not null,
            ["url"] = Address(gitHub, repository),
        };
        foreach (var (name, path) in Links)
            shape[name + "_url"] = $"{Address(gitHub, repository)}/{path}";
        return shape;
    }

    /// <summary>The whole, as `GET /repos/{owner}/{repo}` and pull requests show it.</summary>
    public static JsonObject Full(FakeGitHub gitHub, Repository repository)
    {
        var shape = Minimal(gitHub, repository);
        var page = $"{gitHub.Url}/{repository.FullName}";
        foreach (var time in (string[])["created_at", "updated_at", "pushed_at"])
            shape[time] = Json.Time(repository.CreatedAt);
        shape["git_url"] = $"git://127.0.0.1/{repository.FullName}.git";
        shape["ssh_url"] = $"git@127.0.0.1:{repository.FullName}.git";
        shape["clone_url"] = page + ".git";
        shape["svn_url"] = page;
        foreach (var unset in (string[])["homepage", "language", "mirror_url", "license"])
            shape[unset] = null;
        foreach (var zero in (string[])["size", "stargazers_count", "watchers_count", "forks_count", "open_issues_count",
            "forks", "open_issues", "watchers"])
            shape[zero] = 0;
        foreach (var on in (string[])["has_issues", "has_projects", "has_downloads", "has_wiki", "allow_forking"])
            shape[on] = true;
        foreach (var off in (string[])["has_pages", "has_discussions", "archived", "disabled", "is_template",
            "web_commit_signoff_required"])
            shape[off] = false;
        shape["topics"] = new JsonArray();
        shape["visibility"] = repository.Private ? "private" : "public";
        shape["default_branch"] = repository.DefaultBranch;
        return shape;
    }

    public static JsonObject Label(FakeGitHub gitHub, Repository repository, Label label) => new()
    {
        ["id"] = label.Id,
        ["node_id"] = AccountShape.NodeId("Label", label.Id),
        ["url"] = $"{Address(gitHub, repository)}/labels/{Uri.EscapeDataString(label.Name)}",
        ["name"] = label.Name,
        ["color"] = label.Color,
        ["default"] = false,
        ["description"] = label.Description,
    };

    public static JsonObject Activity(FakeGitHub gitHub, Activity activity) => new()
    {
        ["id"] = activity.Id,
        ["node_id"] = AccountShape.NodeId("PSH", activity.Id),
        ["before"] = activity.Before,
        ["after"] = activity.After,
        ["ref"] = activity.Ref,
        ["timestamp"] = Json.Time(activity.At),
        ["activity_type"] = activity.Kind,
        ["actor"] = AccountShape.Maybe(gitHub, activity.Actor),
    };
}
