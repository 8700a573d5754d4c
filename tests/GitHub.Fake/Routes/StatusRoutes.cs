namespace ChangeSentinel.Fake.Routes;

/// <summary>Commit statuses.</summary>
internal static class StatusRoutes
{
    private const string Root = "/repos/{owner}/{repo}";
    private const int MostDescription = 140;
    private const int MostStatuses = 1000;
    private static readonly string[] States = ["error", "failure", "pending", "success"];

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/commits/{*ref}/statuses", ListStatuses);
        routes.Get(Root + "/commits/{*ref}/status", ShowCombined);
        routes.Post(Root + "/statuses/{sha}", CreateStatus);
    }

    private static Answer ListStatuses(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Statuses);
        return Answer.List(
            call, [.. Of(call, repository)], status => CheckShape.Status(call.GitHub, repository, status));
    }

    private static Answer ShowCombined(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Statuses);
        var latest = Of(call, repository)
            .DistinctBy(status => status.Context, StringComparer.OrdinalIgnoreCase).ToArray();
        var page = Page.Of(call);
        var commit = call.Commit(repository, "ref").Id;
        var address = $"{RepositoryShape.Address(call.GitHub, repository)}/commits/{commit}";
        return Answer.Ok(new JsonObject
        {
            ["state"] = latest.Any(one => one.State is "failure" or "error") ? "failure"
                : latest.Length == 0 || latest.Any(one => one.State == "pending") ? "pending" : "success",
            ["statuses"] = Json.Array(page.Slice(latest)
                .Select(status => CheckShape.SimpleStatus(call.GitHub, repository, status))),
            ["sha"] = commit,
            ["total_count"] = latest.Length,
            ["repository"] = RepositoryShape.Minimal(call.GitHub, repository),
            ["commit_url"] = address,
            ["url"] = address + "/status",
        }) with
        { Link = page.Link(call, latest.Length) };
    }

    private static Answer CreateStatus(Call call)
    {
        var repository = call.Repository(Access.Write, Scope.Statuses);
        var sha = call["sha"];
        if (!GitStore.IsId(sha) || repository.Objects.FindCommit(sha) is null)
            throw new RefusedException(422, $"No commit found for SHA: {sha}");
        var state = call.Text("state");
        if (!States.Contains(state))
            throw RefusedException.Custom("Status", "state", "state is not included in the list");
        var context = call.Text("context") ?? "default";
        if (call.Text("description")?.Length > MostDescription)
            throw RefusedException.Custom("Status", "description", "description is too long (maximum is 140 characters)");
        var same = Of(repository, sha).Where(one => one.Context.Equals(context, StringComparison.OrdinalIgnoreCase));
        if (same.Count() >= MostStatuses)
            throw RefusedException.Custom("Status", "context", "This SHA and context has reached the maximum number of statuses.");

        var status = new CommitStatus(call.GitHub.State.NextId(), sha, context)
        {
            State = state!,
            Description = call.Text("description"),
            TargetUrl = call.Text("target_url"),
            Creator = call.Token!.Actor,
            At = call.GitHub.State.Now,
        };
        repository.Statuses.Add(status);
        return Answer.Created(CheckShape.Status(call.GitHub, repository, status));
    }

    private static IEnumerable<CommitStatus> Of(Call call, Repository repository) =>
        Of(repository, call.Commit(repository, "ref").Id);

    /// <summary>Newest first.</summary>
    private static IEnumerable<CommitStatus> Of(Repository repository, string commit) =>
        repository.Statuses.Where(status => status.Sha == commit).Reverse();
}
