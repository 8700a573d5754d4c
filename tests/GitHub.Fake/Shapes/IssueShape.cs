namespace ChangeSentinel.Fake.Shapes;

/// <summary>A pull request as an issue, which is how comment events show it.</summary>
internal static class IssueShape
{
    public static JsonObject Of(FakeGitHub gitHub, PullRequest pull)
    {
        var address = PullShape.IssueAddress(gitHub, pull);
        var page = PullShape.Page(gitHub, pull);
        return new()
        {
            ["url"] = address,
            ["repository_url"] = RepositoryShape.Address(gitHub, pull.Repository),
            ["labels_url"] = address + "/labels{/name}",
            ["comments_url"] = address + "/comments",
            ["events_url"] = address + "/events",
            ["html_url"] = page,
            ["id"] = pull.Id,
            ["node_id"] = AccountShape.NodeId("PR", pull.Id),
            ["number"] = pull.Number,
            ["title"] = pull.Title,
            ["user"] = AccountShape.Maybe(gitHub, pull.Author),
            ["labels"] = Json.Array(pull.Labels.Select(label => RepositoryShape.Label(gitHub, pull.Repository, label))),
            ["state"] = pull.State,
            ["locked"] = false,
            ["assignee"] = null,
            ["assignees"] = new JsonArray(),
            ["milestone"] = null,
            ["comments"] = pull.Comments.Count,
            ["created_at"] = Json.Time(pull.CreatedAt),
            ["updated_at"] = Json.Time(pull.UpdatedAt),
            ["closed_at"] = null,
            ["author_association"] = PullShape.Association(pull.Repository, pull.Author),
            ["active_lock_reason"] = null,
            ["draft"] = pull.Draft,
            ["pull_request"] = new JsonObject
            {
                ["url"] = PullShape.Address(gitHub, pull),
                ["html_url"] = page,
                ["diff_url"] = page + ".diff",
                ["patch_url"] = page + ".patch",
                ["merged_at"] = null,
            },
            ["body"] = pull.Body,
            ["reactions"] = PullShape.Reactions(address + "/reactions"),
            ["timeline_url"] = address + "/timeline",
            ["performed_via_github_app"] = null,
            ["state_reason"] = null,
        };
    }
}
