namespace ChangeSentinel.Fake.Routes;

/// <summary>What an App does with its own web token: find its installation and get a token for it.</summary>
internal static class AppRoutes
{
    public static void Add(RouteTable routes)
    {
        routes.Get("/repos/{owner}/{repo}/installation", ShowInstallation);
        routes.Post("/app/installations/{id}/access_tokens", CreateToken);
    }

    private static App Asking(Call call) =>
        call.Token is { IsApp: true, App: { } app } ? app
        : throw new RefusedException(401, "A JSON web token could not be decoded");

    private static Answer ShowInstallation(Call call)
    {
        var app = Asking(call);
        var installation = call.GitHub.State.Installations.FirstOrDefault(
            one => one.App == app && call.Named is { } named && one.Repositories.Contains(named))
            ?? throw RefusedException.NotFound();
        var address = $"{call.GitHub.Api}/app/installations/{installation.Id}";
        return Answer.Ok(new JsonObject
        {
            ["id"] = installation.Id,
            ["account"] = AccountShape.Simple(call.GitHub, installation.Target),
            ["repository_selection"] = "selected",
            ["access_tokens_url"] = address + "/access_tokens",
            ["repositories_url"] = $"{call.GitHub.Api}/installation/repositories",
            ["html_url"] = $"{call.GitHub.Url}/settings/installations/{installation.Id}",
            ["app_id"] = app.Id,
            ["client_id"] = app.ClientId,
            ["app_slug"] = app.Slug,
            ["target_id"] = installation.Target.Id,
            ["target_type"] = installation.Target.Type.ToString(),
            ["permissions"] = Shape(installation.Permissions),
            ["events"] = new JsonArray(),
            ["created_at"] = "2020-01-01T00:00:00Z",
            ["updated_at"] = "2020-01-01T00:00:00Z",
            ["single_file_name"] = null,
            ["suspended_by"] = null,
            ["suspended_at"] = null,
        });
    }

    /// <summary>The body may narrow the repositories and the permissions, never widen them.</summary>
    private static Answer CreateToken(Call call)
    {
        var app = Asking(call);
        var id = call.Id("id");
        var state = call.GitHub.State;
        var installation = state.Installations.FirstOrDefault(one => one.Id == id && one.App == app)
            ?? throw RefusedException.NotFound();
        var repositories = Narrow(call, installation);
        var permissions = Narrow(call, installation.Permissions);
        var token = state.Keep(new Token("ghs_" + GitHubState.Random(), app.Bot)
        {
            App = app,
            Permissions = permissions,
            Repositories = repositories,
            ExpiresAt = state.Now.AddHours(1),
        });
        return Answer.Created(new JsonObject
        {
            ["token"] = token.Text,
            ["expires_at"] = Json.Time(token.ExpiresAt),
            ["permissions"] = Shape(permissions),
            ["repository_selection"] = "selected",
        });
    }

    private static IReadOnlyList<Repository> Narrow(Call call, Installation installation)
    {
        var all = installation.Repositories;
        if (call.Body.ValueKind != JsonValueKind.Object)
            return [.. all];
        if (call.Body.TryGetProperty("repository_ids", out var ids))
        {
            return [.. ids.EnumerateArray().Select(id => all.FirstOrDefault(one => one.Id == id.GetInt64())
                ?? throw Unreached())];
        }

        return call.Body.TryGetProperty("repositories", out var names)
            ? [.. names.EnumerateArray().Select(name => all.FirstOrDefault(one => one.Name == name.GetString())
                ?? throw Unreached())]
            : [.. all];
    }

    private static Permissions Narrow(Call call, Permissions given)
    {
        if (call.Body.ValueKind != JsonValueKind.Object || !call.Body.TryGetProperty("permissions", out var asked))
            return given;
        var narrowed = Permissions.None;
        foreach (var wish in asked.EnumerateObject())
        {
            var access = wish.Value.GetString() == "write" ? Access.Write : Access.Read;
            var scope = Enum.GetValues<Scope>().Cast<Scope?>()
                .FirstOrDefault(one => Permissions.Name(one!.Value) == wish.Name);
            if (scope is not { } known || given[known] < access)
                throw new RefusedException(422, "The permissions requested are not granted to this installation.");
            narrowed = narrowed.With(access, known);
        }

        return narrowed;
    }

    private static RefusedException Unreached() => new(
        422, "There is at least one repository that does not exist or is not accessible to the parent installation.");

    private static JsonObject Shape(Permissions permissions)
    {
        var shape = new JsonObject { ["metadata"] = "read" };
        foreach (var (scope, access) in permissions.Granted)
            shape[Permissions.Name(scope)] = access.ToString().ToLowerInvariant();
        return shape;
    }
}
