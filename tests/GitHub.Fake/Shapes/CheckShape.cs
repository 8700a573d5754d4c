namespace ChangeSentinel.Fake.Shapes;

/// <summary>Check runs and commit statuses as the REST API shows them.</summary>
internal static class CheckShape
{
    public static JsonObject Run(FakeGitHub gitHub, Repository repository, CheckRun run)
    {
        var address = $"{RepositoryShape.Address(gitHub, repository)}/check-runs/{run.Id}";
        return new()
        {
            ["id"] = run.Id,
            ["name"] = run.Name,
            ["node_id"] = AccountShape.NodeId("CR", run.Id),
            ["head_sha"] = run.HeadSha,
            ["external_id"] = run.ExternalId ?? "",
            ["url"] = address,
            ["html_url"] = $"{gitHub.Url}/{repository.FullName}/runs/{run.Id}",
            ["details_url"] = run.DetailsUrl ?? gitHub.Url,
            ["status"] = run.Status,
            ["conclusion"] = run.Conclusion,
            ["started_at"] = Json.Time(run.StartedAt),
            ["completed_at"] = Json.Time(run.CompletedAt),
            ["output"] = new JsonObject
            {
                ["title"] = run.Title,
                ["summary"] = run.Summary,
                ["text"] = run.Text,
                ["annotations_count"] = run.Annotations.Count,
                ["annotations_url"] = address + "/annotations",
            },
            ["check_suite"] = new JsonObject { ["id"] = Suite(run) },
            ["app"] = AccountShape.App(gitHub, run.App),
            ["pull_requests"] = Json.Array(repository.Pulls
                .Where(pull => pull.HeadSha == run.HeadSha && pull.HeadRepository == repository)
                .Select(pull => Pull(gitHub, pull))),
        };
    }

    public static JsonObject Status(FakeGitHub gitHub, Repository repository, CommitStatus status)
    {
        var shape = SimpleStatus(gitHub, repository, status);
        shape["creator"] = AccountShape.Simple(gitHub, status.Creator);
        return shape;
    }

    /// <summary>As the combined status lists it: without its creator.</summary>
    public static JsonObject SimpleStatus(FakeGitHub gitHub, Repository repository, CommitStatus status) => new()
    {
        ["url"] = $"{RepositoryShape.Address(gitHub, repository)}/statuses/{status.Sha}",
        ["avatar_url"] = $"{gitHub.Url}/avatars/u/{status.Creator.Id}?v=4",
        ["id"] = status.Id,
        ["node_id"] = AccountShape.NodeId("SC", status.Id),
        ["state"] = status.State,
        ["description"] = status.Description,
        ["target_url"] = status.TargetUrl,
        ["context"] = status.Context,
        ["created_at"] = Json.Time(status.At),
        ["updated_at"] = Json.Time(status.At),
    };

    /// <summary>One suite for each App and commit.</summary>
    private static long Suite(CheckRun run) =>
        (run.App.Id * 1_000_000) + Convert.ToInt64(run.HeadSha[..5], 16);

    private static JsonObject Pull(FakeGitHub gitHub, PullRequest pull) => new()
    {
        ["id"] = pull.Id,
        ["number"] = pull.Number,
        ["url"] = PullShape.Address(gitHub, pull),
        ["head"] = Side(gitHub, pull.HeadRepository!, pull.HeadRef, pull.HeadSha),
        ["base"] = Side(gitHub, pull.Repository, pull.BaseRef, pull.BaseSha),
    };

    private static JsonObject Side(FakeGitHub gitHub, Repository repository, string branch, string sha) => new()
    {
        ["ref"] = branch,
        ["sha"] = sha,
        ["repo"] = new JsonObject
        {
            ["id"] = repository.Id,
            ["url"] = RepositoryShape.Address(gitHub, repository),
            ["name"] = repository.Name,
        },
    };
}
