namespace ChangeSentinel.Fake.Shapes;

/// <summary>Pull requests, reviews and comments as the REST API and the events show them.</summary>
internal static class PullShape
{
    /// <summary>The form of lists and of review events: without counts.</summary>
    public static JsonObject Simple(FakeGitHub gitHub, PullRequest pull)
    {
        var address = Address(gitHub, pull);
        var issue = IssueAddress(gitHub, pull);
        var repository = RepositoryShape.Address(gitHub, pull.Repository);
        var shape = new JsonObject
        {
            ["url"] = address,
            ["id"] = pull.Id,
            ["node_id"] = AccountShape.NodeId("PR", pull.Id),
            ["html_url"] = Page(gitHub, pull),
            ["diff_url"] = Page(gitHub, pull) + ".diff",
            ["patch_url"] = Page(gitHub, pull) + ".patch",
            ["issue_url"] = issue,
            ["number"] = pull.Number,
            ["state"] = pull.State,
            ["locked"] = false,
            ["title"] = pull.Title,
            ["user"] = AccountShape.Maybe(gitHub, pull.Author),
            ["body"] = pull.Body,
            ["created_at"] = Json.Time(pull.CreatedAt),
            ["updated_at"] = Json.Time(pull.UpdatedAt),
            ["closed_at"] = pull.State == "closed" ? Json.Time(pull.UpdatedAt) : null,
            ["merged_at"] = Json.Time(pull.MergedAt),
            ["merge_commit_sha"] = null,
            ["assignee"] = null,
            ["assignees"] = new JsonArray(),
            ["requested_reviewers"] = new JsonArray(),
            ["requested_teams"] = new JsonArray(),
            ["labels"] = Json.Array(pull.Labels.Select(label => RepositoryShape.Label(gitHub, pull.Repository, label))),
            ["milestone"] = null,
            ["draft"] = pull.Draft,
            ["commits_url"] = address + "/commits",
            ["review_comments_url"] = address + "/comments",
            ["review_comment_url"] = repository + "/pulls/comments{/number}",
            ["comments_url"] = issue + "/comments",
            ["statuses_url"] = $"{repository}/statuses/{pull.HeadSha}",
            ["head"] = Side(gitHub, pull.HeadRepository, (pull.HeadRef, pull.HeadSha), pull.Author),
            ["base"] = Side(gitHub, pull.Repository, (pull.BaseRef, pull.BaseSha), null),
            ["author_association"] = Association(pull.Repository, pull.Author),
            ["auto_merge"] = null,
            ["active_lock_reason"] = null,
        };
        shape["_links"] = Links(shape);
        return shape;
    }

    /// <summary>The whole, with counts.</summary>
    public static JsonObject Full(FakeGitHub gitHub, PullRequest pull)
    {
        var shape = Simple(gitHub, pull);
        shape["merged"] = pull.MergedAt is not null;
        shape["mergeable"] = null;
        shape["rebaseable"] = null;
        shape["mergeable_state"] = "unknown";
        shape["merged_by"] = null;
        shape["comments"] = pull.Comments.Count;
        shape["review_comments"] = 0;
        shape["maintainer_can_modify"] = pull.HeadRepository != pull.Repository;
        shape["commits"] = pull.CommitCount;
        shape["additions"] = pull.Files.Sum(file => file.Additions);
        shape["deletions"] = pull.Files.Sum(file => file.Deletions);
        shape["changed_files"] = pull.Files.Count;
        return shape;
    }

    public static JsonObject Review(FakeGitHub gitHub, PullRequest pull, Review review)
    {
        var page = $"{Page(gitHub, pull)}#pullrequestreview-{review.Id}";
        return new()
        {
            ["id"] = review.Id,
            ["node_id"] = AccountShape.NodeId("PRR", review.Id),
            ["user"] = AccountShape.Simple(gitHub, review.Author),
            ["body"] = review.Body,
            ["state"] = review.State,
            ["html_url"] = page,
            ["pull_request_url"] = Address(gitHub, pull),
            ["author_association"] = Association(pull.Repository, review.Author),
            ["_links"] = new JsonObject
            {
                ["html"] = new JsonObject { ["href"] = page },
                ["pull_request"] = new JsonObject { ["href"] = Address(gitHub, pull) },
            },
            ["submitted_at"] = Json.Time(review.At),
            ["commit_id"] = review.Commit,
        };
    }

    public static JsonObject Comment(FakeGitHub gitHub, PullRequest pull, Comment comment)
    {
        var address = $"{RepositoryShape.Address(gitHub, pull.Repository)}/issues/comments/{comment.Id}";
        return new()
        {
            ["url"] = address,
            ["html_url"] = $"{Page(gitHub, pull)}#issuecomment-{comment.Id}",
            ["issue_url"] = IssueAddress(gitHub, pull),
            ["id"] = comment.Id,
            ["node_id"] = AccountShape.NodeId("IC", comment.Id),
            ["user"] = AccountShape.Simple(gitHub, comment.Author),
            ["created_at"] = Json.Time(comment.CreatedAt),
            ["updated_at"] = Json.Time(comment.UpdatedAt),
            ["body"] = comment.Body,
            ["author_association"] = Association(pull.Repository, comment.Author),
            ["reactions"] = Reactions(address + "/reactions"),
            ["performed_via_github_app"] = comment.App is { } app ? AccountShape.App(gitHub, app) : null,
        };
    }

    public static JsonObject Reactions(string address)
    {
        var shape = new JsonObject { ["url"] = address, ["total_count"] = 0 };
        foreach (var kind in (string[])["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"])
            shape[kind] = 0;
        return shape;
    }

    public static string Association(Repository repository, Account? account) =>
        account is null ? "NONE"
        : repository.Owner == account ? "OWNER"
        : repository.Collaborators.ContainsKey(account) ? "COLLABORATOR" : "NONE";

    public static string Address(FakeGitHub gitHub, PullRequest pull) =>
        $"{RepositoryShape.Address(gitHub, pull.Repository)}/pulls/{pull.Number}";

    public static string IssueAddress(FakeGitHub gitHub, PullRequest pull) =>
        $"{RepositoryShape.Address(gitHub, pull.Repository)}/issues/{pull.Number}";

    public static string Page(FakeGitHub gitHub, PullRequest pull) =>
        $"{gitHub.Url}/{pull.Repository.FullName}/pull/{pull.Number}";

    private static JsonObject Links(JsonObject pull)
    {
        var links = new JsonObject();
        foreach (var (name, field) in ((string, string)[])
            [("self", "url"), ("html", "html_url"), ("issue", "issue_url"), ("comments", "comments_url"),
            ("review_comments", "review_comments_url"), ("review_comment", "review_comment_url"),
            ("commits", "commits_url"), ("statuses", "statuses_url")])
            links[name] = new JsonObject { ["href"] = pull[field]!.DeepClone() };
        return links;
    }

    /// <param name="opener">Who is shown where the repository is gone.</param>
    private static JsonObject Side(
        FakeGitHub gitHub, Repository? repository, (string Branch, string Sha) at, Account? opener) => new()
        {
            ["label"] = $"{repository?.Owner.Login ?? "unknown"}:{at.Branch}",
            ["ref"] = at.Branch,
            ["sha"] = at.Sha,
            ["user"] = AccountShape.Maybe(gitHub, repository?.Owner ?? opener),
            ["repo"] = repository is null ? null : RepositoryShape.Full(gitHub, repository),
        };
}
