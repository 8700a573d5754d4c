namespace ChangeSentinel.Fake.Routes;

/// <summary>Pull requests, their files, commits and reviews.</summary>
internal static class PullRoutes
{
    private const string Root = "/repos/{owner}/{repo}/pulls";
    private const int MostCommits = 250;

    public static void Add(RouteTable routes)
    {
        routes.Get(Root, ListPulls);
        routes.Get(Root + "/{number}", call => Answer.Ok(PullShape.Full(call.GitHub, Read(call))));
        routes.Get(Root + "/{number}/files", ListFiles);
        routes.Get(Root + "/{number}/commits", ListCommits);
        routes.Get(Root + "/{number}/reviews", ListReviews);
    }

    private static PullRequest Read(Call call) => call.Pull(Access.Read, Scope.PullRequests);

    private static Answer ListPulls(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.PullRequests);
        var state = call.Query.GetValueOrDefault("state", "open");
        var head = call.Query.GetValueOrDefault("head");
        var into = call.Query.GetValueOrDefault("base");
        var found = repository.Pulls
            .Where(pull => state == "all" || pull.State == state)
            .Where(pull => head is null || head == $"{pull.HeadRepository?.Owner.Login}:{pull.HeadRef}")
            .Where(pull => into is null || into == pull.BaseRef)
            .Reverse();
        return Answer.List(call, [.. found], pull => PullShape.Simple(call.GitHub, pull));
    }

    private static Answer ListFiles(Call call)
    {
        var pull = Read(call);
        return Answer.List(
            call, [.. pull.Files.Take(call.GitHub.State.FileLimit)],
            file => CommitShape.File(call.GitHub, pull.Repository, file, pull.HeadSha));
    }

    private static Answer ListCommits(Call call)
    {
        var pull = Read(call);
        return Answer.List(
            call, [.. pull.Commits.Take(MostCommits)],
            id => CommitShape.Commit(call.GitHub, pull.Repository, pull.Repository.Objects.Commit(id)));
    }

    private static Answer ListReviews(Call call)
    {
        var pull = Read(call);
        return Answer.List(call, [.. pull.Reviews], review => PullShape.Review(call.GitHub, pull, review));
    }
}
