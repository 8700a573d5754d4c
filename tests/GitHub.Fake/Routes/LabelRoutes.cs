namespace ChangeSentinel.Fake.Routes;

/// <summary>The labels a repository has, and those a pull request wears.</summary>
internal static class LabelRoutes
{
    private const string Root = "/repos/{owner}/{repo}";
    private const int MostName = 50;
    private const int MostDescription = 100;
    private const int MostOnePull = 100;

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/labels", ListLabels);
        routes.Post(Root + "/labels", CreateLabel);
        routes.Get(Root + "/labels/{name}", ShowLabel);
        routes.Get(Root + "/issues/{number}/labels", call =>
            Worn(call, call.Pull(Access.Read, Scope.Issues, Scope.PullRequests)));
        routes.Post(Root + "/issues/{number}/labels", AddLabels);
        routes.Delete(Root + "/issues/{number}/labels/{name}", RemoveLabel);
    }

    private static Answer ListLabels(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Issues, Scope.PullRequests);
        return Answer.List(
            call, [.. repository.Labels], label => RepositoryShape.Label(call.GitHub, repository, label));
    }

    private static Answer ShowLabel(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Issues, Scope.PullRequests);
        return repository.Label(call["name"]) is { } label
            ? Answer.Ok(RepositoryShape.Label(call.GitHub, repository, label)) : throw RefusedException.NotFound();
    }

    private static Answer CreateLabel(Call call)
    {
        var repository = call.Repository(Access.Write, Scope.Issues, Scope.PullRequests);
        var name = call.Text("name") ?? throw RefusedException.Invalid("Label", "name", "missing_field");
        if (repository.Label(name) is not null)
            throw RefusedException.Invalid("Label", "name", "already_exists");

        var color = call.Text("color") ?? "ededed";
        if (color.Length != 6 || !color.All(char.IsAsciiHexDigit))
            throw RefusedException.Invalid("Label", "color", "invalid");
        var description = call.Text("description");
        if (description?.Length > MostDescription)
            throw RefusedException.Custom("Label", "description", "description is too long (maximum is 100 characters)");
        var label = Create(call, repository, (name, color, description));
        return Answer.Created(RepositoryShape.Label(call.GitHub, repository, label));
    }

    private static Answer AddLabels(Call call)
    {
        var pull = call.Pull(Access.Write, Scope.Issues, Scope.PullRequests);
        var list = call.Body.ValueKind == JsonValueKind.Array ? call.Body
            : call.Body.ValueKind == JsonValueKind.Object && call.Body.TryGetProperty("labels", out var inner) ? inner
            : throw RefusedException.Invalid("Label", "name", "missing_field");
        foreach (var item in list.EnumerateArray())
        {
            var name = (item.ValueKind == JsonValueKind.String ? item.GetString() : Call.Text(item, "name")) ?? "";
            var label = pull.Repository.Label(name) ?? Create(call, pull.Repository, (name, "ededed", null));
            if (!pull.Labels.Contains(label))
                pull.Labels.Add(label);
        }

        return pull.Labels.Count <= MostOnePull ? Worn(call, pull)
            : throw RefusedException.Custom("Issue", "labels", "An issue may have at most 100 labels");
    }

    private static Answer RemoveLabel(Call call)
    {
        var pull = call.Pull(Access.Write, Scope.Issues, Scope.PullRequests);
        var label = pull.Repository.Label(call["name"]);
        if (label is null || !pull.Labels.Remove(label))
            throw RefusedException.NotFound("Label does not exist");
        return Worn(call, pull);
    }

    private static Answer Worn(Call call, PullRequest pull) => Answer.List(
        call, [.. pull.Labels], label => RepositoryShape.Label(call.GitHub, pull.Repository, label));

    private static Label Create(Call call, Repository repository, (string Name, string Color, string? Description) what)
    {
        if (what.Name.Length > MostName)
            throw RefusedException.Custom("Label", "name", "name is too long (maximum is 50 characters)");
        if (string.IsNullOrWhiteSpace(what.Name))
            throw RefusedException.Invalid("Label", "name", "missing_field");
        var label = new Label(call.GitHub.State.NextId(), what.Name, what.Color, what.Description);
        repository.Labels.Add(label);
        return label;
    }
}
