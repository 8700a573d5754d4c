namespace ChangeSentinel.Fake.Events;

/// <summary>An event as GitHub hands it to a workflow.</summary>
/// <param name="Name">`pull_request_target`, `issue_comment` and so on.</param>
public sealed record EventPayload(string Name, JsonObject Body)
{
    /// <summary>A pull request was opened, pushed to, labelled, edited.</summary>
    /// <param name="what">`pull_request` or `pull_request_target`, and `opened`, `synchronize`, `labeled` and so on.</param>
    /// <param name="before">The former head, for `synchronize`.</param>
    public static EventPayload OfPull(
        FakeGitHub gitHub, PullRequest pull, (string Name, string Action) what, string? before = null)
    {
        var body = new JsonObject
        {
            ["action"] = what.Action,
            ["number"] = pull.Number,
            ["pull_request"] = PullShape.Full(gitHub, pull),
        };
        if (what.Action == "synchronize")
        {
            body["before"] = before ?? pull.HeadSha;
            body["after"] = pull.HeadSha;
        }

        if (what.Action is "labeled" or "unlabeled")
            body["label"] = RepositoryShape.Label(gitHub, pull.Repository, pull.Labels.LastOrDefault() ?? new(1, "gone", "ededed", null));
        if (what.Action == "edited")
            body["changes"] = new JsonObject();
        return new(what.Name, Around(gitHub, pull.Repository, pull.Author!, body));
    }

    /// <summary>A review was submitted, edited or dismissed; its pull request comes without counts.</summary>
    public static EventPayload OfReview(FakeGitHub gitHub, PullRequest pull, Review review, string action = "submitted")
    {
        var shown = PullShape.Review(gitHub, pull, review);
        shown["state"] = review.State.ToLowerInvariant();
        var body = new JsonObject
        {
            ["action"] = action,
            ["review"] = shown,
            ["pull_request"] = PullShape.Simple(gitHub, pull),
        };
        if (action == "edited")
            body["changes"] = new JsonObject();
        return new("pull_request_review", Around(gitHub, pull.Repository, review.Author, body));
    }

    /// <summary>A comment was created, edited or deleted; its pull request is shown as an issue.</summary>
    /// <param name="sender">Who did it; the comment's author where null.</param>
    public static EventPayload OfComment(
        FakeGitHub gitHub, PullRequest pull, (Comment Comment, string Action) what, Account? sender = null)
    {
        var body = new JsonObject
        {
            ["action"] = what.Action,
            ["issue"] = IssueShape.Of(gitHub, pull),
            ["comment"] = PullShape.Comment(gitHub, pull, what.Comment),
        };
        if (what.Action == "edited")
            body["changes"] = new JsonObject { ["body"] = new JsonObject { ["from"] = "something else" } };
        return new("issue_comment", Around(gitHub, pull.Repository, sender ?? what.Comment.Author, body));
    }

    /// <summary>A merge queue asks for the checks of a group.</summary>
    public static EventPayload OfMergeGroup(FakeGitHub gitHub, QueueEntry entry)
    {
        var repository = entry.Pull.Repository;
        var commit = repository.Objects.Commit(entry.HeadCommit);
        JsonObject Person(Signature signature) => new() { ["name"] = signature.Name, ["email"] = signature.Email };
        return new("merge_group", Around(gitHub, repository, entry.Pull.Author!, new()
        {
            ["action"] = "checks_requested",
            ["merge_group"] = new JsonObject
            {
                ["head_sha"] = entry.HeadCommit,
                ["head_ref"] = entry.Ref,
                ["base_sha"] = entry.BaseCommit,
                ["base_ref"] = "refs/heads/" + entry.Pull.BaseRef,
                ["head_commit"] = new JsonObject
                {
                    ["id"] = commit.Id,
                    ["tree_id"] = commit.Tree,
                    ["message"] = commit.Message,
                    ["timestamp"] = Json.Time(commit.Committer.At),
                    ["author"] = Person(commit.Author),
                    ["committer"] = Person(commit.Committer),
                },
            },
        }));
    }

    /// <summary>Somebody started the workflow by hand.</summary>
    public static EventPayload OfDispatch(FakeGitHub gitHub, Repository repository, Account sender) =>
        new("workflow_dispatch", Around(gitHub, repository, sender, new()
        {
            ["inputs"] = null,
            ["ref"] = "refs/heads/" + repository.DefaultBranch,
            ["workflow"] = ".github/workflows/sentinel.yml",
        }));

    private static JsonObject Around(FakeGitHub gitHub, Repository repository, Account sender, JsonObject body)
    {
        body["repository"] = RepositoryShape.Full(gitHub, repository);
        // Events show a repository with these wherever it stands; the REST API does not inside a pull request.
        foreach (var shown in (JsonNode?[])[body["repository"], body["pull_request"]?["head"]?["repo"], body["pull_request"]?["base"]?["repo"]])
        {
            if (shown is JsonObject one)
                one["custom_properties"] = new JsonObject();
        }

        body["sender"] = AccountShape.Simple(gitHub, sender);
        return body;
    }
}
