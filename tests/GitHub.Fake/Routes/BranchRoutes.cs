namespace ChangeSentinel.Fake.Routes;

/// <summary>Branches and their protection of the old kind.</summary>
internal static class BranchRoutes
{
    private const string Root = "/repos/{owner}/{repo}/branches/{*branch}";

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/protection", ShowProtection);
        routes.Get(Root, ShowBranch);
    }

    private static Answer ShowBranch(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Contents);
        var branch = call["branch"];
        var head = repository.Branch(branch) ?? throw RefusedException.NotFound("Branch not found");
        var address = $"{RepositoryShape.Address(call.GitHub, repository)}/branches/{branch}";
        var isProtected = repository.ProtectedBranches.TryGetValue(branch, out var contexts);
        return Answer.Ok(new JsonObject
        {
            ["name"] = branch,
            ["commit"] = CommitShape.Commit(call.GitHub, repository, repository.Objects.Commit(head)),
            ["_links"] = new JsonObject
            {
                ["self"] = address,
                ["html"] = $"{call.GitHub.Url}/{repository.FullName}/tree/{branch}",
            },
            ["protected"] = isProtected || repository.Rulesets.Any(one => one.Enforcement == "active" && one.Covers(repository, branch)),
            ["protection"] = new JsonObject
            {
                ["enabled"] = isProtected,
                ["required_status_checks"] = Checks(contexts ?? []),
            },
            ["protection_url"] = address + "/protection",
        });
    }

    private static Answer ShowProtection(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Administration);
        var branch = call["branch"];
        if (repository.Branch(branch) is null)
            throw RefusedException.NotFound("Branch not found");
        if (!repository.ProtectedBranches.TryGetValue(branch, out var contexts))
            throw RefusedException.NotFound("Branch not protected");
        var checks = Checks(contexts);
        checks["strict"] = false;
        checks.Remove("enforcement_level");
        return Answer.Ok(new JsonObject
        {
            ["url"] = $"{RepositoryShape.Address(call.GitHub, repository)}/branches/{branch}/protection",
            ["required_status_checks"] = checks,
        });
    }

    private static JsonObject Checks(IReadOnlyList<string> contexts) => new()
    {
        ["enforcement_level"] = contexts.Count > 0 ? "non_admins" : "off",
        ["contexts"] = Json.Array(contexts.Select(context => JsonValue.Create(context))),
        ["checks"] = Json.Array(contexts.Select(context => new JsonObject { ["context"] = context, ["app_id"] = null })),
    };
}
