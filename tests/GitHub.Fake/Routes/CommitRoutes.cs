namespace ChangeSentinel.Fake.Routes;

/// <summary>Commits as history: lists, comparisons, and the pull requests they are in.</summary>
internal static class CommitRoutes
{
    private const string Root = "/repos/{owner}/{repo}";
    private const int MostFiles = 300;
    private const int MostCommits = 250;

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/commits", ListCommits);
        routes.Get(Root + "/commits/{*ref}/pulls", ListPulls);
        routes.Get(Root + "/compare/{*basehead}", Compare);
    }

    private static Answer ListCommits(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Contents);
        var name = call.Query.GetValueOrDefault("sha", repository.DefaultBranch);
        var head = repository.Resolve(name) ?? throw RefusedException.NotFound();
        var history = repository.Objects.History(head, call.Query.GetValueOrDefault("path"));
        return Answer.List(
            call, history, id => CommitShape.Commit(call.GitHub, repository, repository.Objects.Commit(id)));
    }

    /// <summary>Open pull requests that hold the commit, and those that brought it.</summary>
    private static Answer ListPulls(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.PullRequests);
        var commit = call.Commit(repository, "ref").Id;
        var found = repository.Pulls.Where(pull => pull.HeadSha == commit || pull.Commits.Contains(commit));
        return Answer.List(call, [.. found], pull => PullShape.Simple(call.GitHub, pull));
    }

    /// <summary>Files come on the first page alone, at most 300, and nothing says that there are more.</summary>
    private static Answer Compare(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Contents);
        var sides = call["basehead"].Split("...");
        if (sides is not [var first, var second])
            throw RefusedException.NotFound();
        var from = Side(call, repository, first);
        var to = Side(call, repository, second);
        var objects = repository.Objects;
        var common = objects.MergeBase(from, to)
            ?? throw RefusedException.NotFound($"No common ancestor between {first} and {second}.");

        var page = call.Query.ContainsKey("page") || call.Query.ContainsKey("per_page") ? Page.Of(call) : new(1, MostCommits);
        var ahead = objects.Ahead(from, to).Reverse().ToArray();
        var behind = objects.Ahead(to, from).Count;
        var address = $"{RepositoryShape.Address(call.GitHub, repository)}/compare/{first}...{second}";
        return Answer.Ok(new JsonObject
        {
            ["url"] = address,
            ["html_url"] = address,
            ["permalink_url"] = address,
            ["diff_url"] = address + ".diff",
            ["patch_url"] = address + ".patch",
            ["base_commit"] = Shape(from),
            ["merge_base_commit"] = Shape(common),
            ["status"] = (ahead.Length, behind) switch
            {
                (0, 0) => "identical",
                (_, 0) => "ahead",
                (0, _) => "behind",
                _ => "diverged",
            },
            ["ahead_by"] = ahead.Length,
            ["behind_by"] = behind,
            ["total_commits"] = ahead.Length,
            ["commits"] = Json.Array(page.Slice(ahead).Select(Shape)),
            ["files"] = Json.Array(page.Number > 1 ? [] : objects.Diff(common, to).Take(MostFiles)
                .Select(file => CommitShape.File(call.GitHub, repository, file, to))),
        }) with
        { Link = page.Link(call, ahead.Length) };

        JsonObject Shape(string id) => CommitShape.Commit(call.GitHub, repository, objects.Commit(id));
    }

    /// <summary>A revision, or `OWNER:BRANCH` for one of a fork.</summary>
    private static string Side(Call call, Repository repository, string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return repository.Resolve(name) ?? throw RefusedException.NotFound();
        return call.GitHub.State.Repositories
            .FirstOrDefault(one => one.Owner.Login == name[..colon] && one.Objects == repository.Objects)
            ?.Branch(name[(colon + 1)..]) ?? throw RefusedException.NotFound();
    }
}
