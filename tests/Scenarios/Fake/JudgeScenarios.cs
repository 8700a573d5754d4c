using ChangeSentinel.Fake.Events;
using ChangeSentinel.Fake.Judge;

namespace ChangeSentinel.Scenarios.Fake;

public static class JudgeScenarios
{
    [JudgeFact]
    public static async Task Requests_that_GitHub_does_not_describe_are_complaints()
    {
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("x", "1"));

        await ground.Client.Get("repos/acme/shop/pulls/1/files?pages=2");
        await ground.Client.Get("repos/acme/shop/activity?time_period=decade");
        await ground.Client.Get("repos/acme/shop/labels?per_page=many");
        await ground.Client.Post("repos/acme/shop/check-runs", $$"""{"name":"s","head_sha":"{{pull.HeadSha}}","stats":"queued"}""");
        await ground.Client.Post("repos/acme/shop/issues/1/comments", """{"body":7}""");
        await ground.Client.Post($"repos/acme/shop/statuses/{pull.HeadSha}", """{"context":"s"}""");

        var complaints = ground.GitHub.Complaints.All;
        string[] expected =
        [
            "'pages' is no parameter there", "'time_period' is \"decade\"", "'per_page' is String, not integer",
            "body has 'stats', which is not described", "body.body is Number, not string", "body lacks 'state'",
        ];
        Assert.All(expected, fault =>
            Assert.Contains(complaints, one => one.Contains(fault, StringComparison.Ordinal)));
        ground.GitHub.Complaints.Clear();
    }

    [JudgeFact]
    public static async Task Every_answer_of_the_fake_is_as_GitHub_describes_it()
    {
        Assert.NotNull(OpenApiJudge.Instance);
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("dir/x", "1\n"), NewFile.Text("src/a.cs", "1\n"));
        ground.State.AddReview(pull, ground.Alice, "APPROVED");
        ground.State.AddComment(pull, ground.Alice, "Hello");
        ground.State.AddTeam("acme", "seniors", ground.Alice);
        ground.Shop.Rulesets.Add(new(9, "main", "active") { Includes = ["~DEFAULT_BRANCH"], Rules = [Ruleset.RequiresCheck("changesentinel", 15368)] });
        ground.Shop.ProtectedBranches["main"] = ["changesentinel"];
        ground.Shop.Collaborators[ground.Alice] = Role.Admin;
        var all = Permissions.WorkflowWrite.With(Access.Write, Scope.Administration).With(Access.Read, Scope.Members);
        var person = ground.As(ground.State.PersonalToken(ground.Alice, all));
        var run = await ground.Client.Post("repos/acme/shop/check-runs", $$"""{"name":"s","head_sha":"{{pull.HeadSha}}"}""");
        await ground.Client.Post("repos/acme/shop/labels", """{"name":"x","color":"d73a4a","description":"y"}""");
        await ground.Client.Post("repos/acme/shop/issues/1/labels", """{"labels":["x"]}""");
        await ground.Client.Post($"repos/acme/shop/statuses/{pull.HeadSha}", """{"state":"pending"}""");
        await ground.Client.Post("repos/acme/shop/issues/1/comments", """{"body":"Hello"}""");

        string[] places =
        [
            "", "/pulls", "/pulls/1", "/pulls/1/files", "/pulls/1/commits", "/pulls/1/reviews", "/issues/1/comments",
            "/issues/1/labels", "/labels", "/labels/x", "/git/ref/heads/main", "/git/trees/main?recursive=1", $"/git/commits/{pull.HeadSha}",
            "/git/blobs/" + pull.Files[0].Blob, "/compare/main...work", "/commits?sha=work", $"/commits/{pull.HeadSha}/pulls",
            $"/commits/{pull.HeadSha}/check-runs", $"/commits/{pull.HeadSha}/status", $"/commits/{pull.HeadSha}/statuses",
            $"/check-runs/{run["id"]}", "/contents/src", "/contents/src/a.cs?ref=main", "/activity", "/collaborators", "/collaborators/alice/permission",
            "/branches/main", "/branches/main/protection", "/rules/branches/main", "/rulesets", "/rulesets/9", "/actions/permissions/workflow",
        ];
        foreach (var place in places)
            Assert.Equal(200, (await person.Get("repos/acme/shop" + place)).Status);
        foreach (var place in (string[])["orgs/acme/teams/seniors", "orgs/acme/teams/seniors/members", "users/alice", "user", "rate_limit"])
            Assert.Equal(200, (await person.Get(place)).Status);
    }

    [JudgeFact]
    public static async Task Every_event_of_the_fake_is_as_GitHub_describes_it()
    {
        Assert.True(WebhookJudge.IsHere, "SENTINEL_WEBHOOK_SCHEMAS names no file.");
        await using var ground = await Ground.Open();
        var pull = ground.Pull(NewFile.Text("x", "1\n"));
        pull.Body = "Because.";
        var comment = ground.State.AddComment(pull, ground.Alice, "/approve");
        var review = ground.State.AddReview(pull, ground.Alice, "APPROVED");
        EventPayload[] events =
        [
            .. ((string[])["opened", "synchronize", "labeled", "edited", "ready_for_review"])
                .Select(action => EventPayload.OfPull(ground.GitHub, pull, ("pull_request_target", action))),
            EventPayload.OfReview(ground.GitHub, pull, review),
            EventPayload.OfComment(ground.GitHub, pull, (comment, "created")),
            EventPayload.OfMergeGroup(ground.GitHub, ground.State.Enqueue(pull)),
            EventPayload.OfDispatch(ground.GitHub, ground.Shop, ground.Alice),
        ];

        Assert.All(events, one => Assert.Empty(WebhookJudge.Faults(one.Name, one.Body)));
    }
}
