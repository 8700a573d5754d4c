using System.Globalization;

namespace ChangeSentinel.Fake.Routes;

/// <summary>A repository, its activity, its collaborators and its workflow settings.</summary>
internal static class RepositoryRoutes
{
    private const string Root = "/repos/{owner}/{repo}";

    public static void Add(RouteTable routes)
    {
        routes.Get(Root, call =>
            Answer.Ok(RepositoryShape.Full(call.GitHub, call.Repository(Access.Read, Scope.Metadata))));
        routes.Get(Root + "/activity", ListActivity);
        routes.Get(Root + "/collaborators", ListCollaborators);
        routes.Get(Root + "/collaborators/{user}/permission", ShowPermission);
        routes.Get(Root + "/actions/permissions/workflow", call => Answer.Ok(new JsonObject
        {
            ["default_workflow_permissions"] =
                call.Repository(Access.Read, Scope.Administration).DefaultWorkflowPermissions,
            ["can_approve_pull_request_reviews"] = false,
        }));
    }

    /// <summary>Pages by cursor: the numbers of pages mean nothing here.</summary>
    private static Answer ListActivity(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Contents);
        var wanted = call.Query.GetValueOrDefault("ref");
        var kind = call.Query.GetValueOrDefault("activity_type");
        var actor = call.Query.GetValueOrDefault("actor");
        var found = repository.Activities
            .Where(one => wanted is null || one.Ref == wanted || one.Ref == "refs/heads/" + wanted)
            .Where(one => kind is null || one.Kind == kind)
            .Where(one => actor is null || one.Actor?.Login == actor);
        var ordered = (call.Query.GetValueOrDefault("direction") == "asc" ? found : found.Reverse()).ToArray();

        var size = Page.Of(call).Size;
        var start = call.Query.TryGetValue("after", out var cursor)
            && int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;
        var page = ordered.Skip(start).Take(size).Select(one => RepositoryShape.Activity(call.GitHub, one));
        return Answer.Ok(Json.Array(page)) with
        {
            Link = start + size < ordered.Length ? $"<{call.Sibling("after", $"{start + size}")}>; rel=\"next\"" : null,
        };
    }

    private static Answer ListCollaborators(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Metadata);
        var least = call.Query.GetValueOrDefault("permission") is { } named ? Parse(named) : Role.Read;
        var all = repository.Collaborators.Where(one => one.Value >= least).OrderBy(one => one.Key.Id).ToArray();
        return Answer.List(call, all, one => Collaborator(call.GitHub, one.Key, one.Value));
    }

    private static Answer ShowPermission(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Metadata);
        var account = call.GitHub.State.Account(call["user"])
            ?? throw RefusedException.NotFound($"{call["user"]} is not a user");
        var role = repository.RoleOf(account);
        return Answer.Ok(new JsonObject
        {
            // The old names know neither triage nor maintain.
            ["permission"] = role switch
            {
                Role.Admin => "admin",
                Role.Maintain or Role.Write => "write",
                Role.Triage or Role.Read => "read",
                Role.None => "none",
            },
            ["user"] = Collaborator(call.GitHub, account, role),
            ["role_name"] = Name(role),
        });
    }

    private static JsonObject Collaborator(FakeGitHub gitHub, Account account, Role role)
    {
        var shape = AccountShape.Simple(gitHub, account);
        shape["permissions"] = new JsonObject
        {
            ["pull"] = role >= Role.Read,
            ["triage"] = role >= Role.Triage,
            ["push"] = role >= Role.Write,
            ["maintain"] = role >= Role.Maintain,
            ["admin"] = role >= Role.Admin,
        };
        shape["role_name"] = Name(role);
        return shape;
    }

    private static string Name(Role role) => role.ToString().ToLowerInvariant();

    private static Role Parse(string permission) => permission switch
    {
        "pull" => Role.Read,
        "triage" => Role.Triage,
        "push" => Role.Write,
        "maintain" => Role.Maintain,
        "admin" => Role.Admin,
        _ => throw RefusedException.Invalid("Repository", "permission", "invalid"),
    };
}
