namespace ChangeSentinel.Fake.Routes;

/// <summary>The conversation of a pull request.</summary>
internal static class CommentRoutes
{
    private const string Root = "/repos/{owner}/{repo}/issues";
    private const int MostCharacters = 65_536;

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/{number}/comments", ListComments);
        routes.Post(Root + "/{number}/comments", AddComment);
        routes.Get(Root + "/{number}/events", ListEvents);
        routes.Patch(Root + "/comments/{id}", EditComment);
    }

    private static Answer ListComments(Call call)
    {
        var pull = call.Pull(Access.Read, Scope.Issues, Scope.PullRequests);
        return Answer.List(call, [.. pull.Comments], comment => PullShape.Comment(call.GitHub, pull, comment));
    }

    /// <summary>Of the many kinds of events, that a review was dismissed.</summary>
    private static Answer ListEvents(Call call)
    {
        var pull = call.Pull(Access.Read, Scope.Issues, Scope.PullRequests);
        var dismissed = pull.Reviews.Where(review => review.StateBefore is not null).ToArray();
        return Answer.List(call, dismissed, review => new JsonObject
        {
            ["id"] = review.Id + 1,
            ["event"] = "review_dismissed",
            ["created_at"] = Json.Time(review.At),
            ["dismissed_review"] = new JsonObject
            {
                ["state"] = review.StateBefore!.ToLowerInvariant(),
                ["review_id"] = review.Id,
            },
        });
    }

    private static Answer AddComment(Call call)
    {
        var pull = call.Pull(Access.Write, Scope.Issues, Scope.PullRequests);
        var comment = call.GitHub.State.AddComment(pull, call.Token!.Actor, Body(call), call.Token.App);
        return Answer.Created(PullShape.Comment(call.GitHub, pull, comment));
    }

    private static Answer EditComment(Call call)
    {
        var repository = call.Repository(Access.Write, Scope.Issues, Scope.PullRequests);
        var id = call.Id("id");
        var found = repository.Pulls.SelectMany(pull => pull.Comments, (pull, comment) => (pull, comment))
            .FirstOrDefault(one => one.comment.Id == id);
        if (found.comment is not { } comment)
            throw RefusedException.NotFound();
        comment.Body = Body(call);
        comment.UpdatedAt = call.GitHub.State.Now > comment.CreatedAt
            ? call.GitHub.State.Now : comment.CreatedAt.AddSeconds(1);
        return Answer.Ok(PullShape.Comment(call.GitHub, found.pull, comment));
    }

    private static string Body(Call call)
    {
        var body = call.Text("body");
        if (string.IsNullOrWhiteSpace(body))
            throw RefusedException.Custom("IssueComment", "body", "body cannot be blank");
        return body.Length <= MostCharacters ? body
            : throw RefusedException.Custom("IssueComment", "body", "body is too long (maximum is 65536 characters)");
    }
}
