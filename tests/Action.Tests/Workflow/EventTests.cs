using ChangeSentinel.Action.Workflow;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.Workflow;

public static class EventTests
{
    public static TheoryData<string, string, bool> Heads { get; } = new()
    {
        { "pull_request_target", "opened", true },
        { "pull_request_target", "synchronize", true },
        { "pull_request_target", "reopened", true },
        { "pull_request", "opened", true },
        { "pull_request_target", "labeled", false },
        { "pull_request_target", "edited", false },
        { "pull_request_target", "converted_to_draft", false },
    };

    public static TheoryData<string, string, string> Idle { get; } = new()
    {
        { "pull_request_target", Payloads.PullRequest("closed", "closed"), "Pull request 2 is closed, so nothing is written." },
        { "pull_request_target", Payloads.PullRequest("labeled", "closed"), "Pull request 2 is closed, so nothing is written." },
        { "issue_comment", Payloads.Comment(state: "closed"), "Pull request 2 is closed, so nothing is written." },
        { "issue_comment", Payloads.Comment(pullRequest: false), "Issue 2 is no pull request, so there is nothing to decide." },
        { "merge_group", Payloads.MergeGroup("destroyed"), "The merge queue says 'destroyed' of a group, which asks for no check." },
    };

    public static TheoryData<string, string> Broken { get; } = new()
    {
        { "pull_request_target", "" },
        { "pull_request_target", "{" },
        { "pull_request_target", "[]" },
        { "pull_request_target", "null" },
        { "pull_request_target", "{\"action\":\"opened\"}" },
        { "pull_request_target", "{\"pull_request\":{\"number\":\"two\"}}" },
        { "pull_request_target", "{\"pull_request\":{\"number\":-2}}" },
        { "issue_comment", "{}" },
        { "merge_group", "{\"action\":\"checks_requested\",\"merge_group\":{\"head_sha\":\"HEAD\"}}" },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public static void A_pull_request_event_says_head_and_counts(string name, string action, bool newHead)
    {
        using var runner = new Runner().StartedBy(name, Payloads.PullRequest(action));

        var pull = Assert.IsType<WorkflowEvent.PullRequest>(Read(runner));

        Assert.Equal(new ChangeReference.PullRequest("acme/shop", 2), pull.Reference);
        Assert.Equal(newHead, pull.NewHead);
        Assert.Equal(Payloads.Head, pull.Hints.Head.ToString());
        Assert.Equal((3100, 260), (pull.Hints.ChangedFiles, pull.Hints.Commits));
        Assert.Equal(("dana/shop", "changes"), (pull.Hints.HeadRepository, pull.Hints.HeadRef));
        Assert.Equal(("main", "main"), (pull.Hints.Base, pull.DefaultBranch));
    }

    [Fact]
    public static void A_review_says_the_head_without_counts_and_may_come_from_a_fork_that_is_gone()
    {
        using var runner = new Runner().StartedBy("pull_request_review", Payloads.Review);

        var pull = Assert.IsType<WorkflowEvent.PullRequest>(Read(runner));

        Assert.Equal(Payloads.Head, pull.Hints.Head.ToString());
        Assert.Null(pull.Hints.ChangedFiles);
        Assert.Null(pull.Hints.HeadRepository);
        Assert.False(pull.NewHead);
    }

    [Theory]
    [InlineData("created")]
    [InlineData("edited")]
    [InlineData("deleted")]
    public static void A_comment_on_a_pull_request_says_its_number_alone(string action)
    {
        using var runner = new Runner().StartedBy("issue_comment", Payloads.Comment(action));

        var pull = Assert.IsType<WorkflowEvent.PullRequest>(Read(runner));

        Assert.Equal(2, pull.Reference.Number);
        Assert.Equal(new(2), pull.Hints);
    }

    [Fact]
    public static void A_merge_group_says_its_head_and_branch()
    {
        using var runner = new Runner().StartedBy("merge_group", Payloads.MergeGroup());

        var group = Assert.IsType<WorkflowEvent.MergeGroup>(Read(runner));

        Assert.Equal("2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d", group.Head.ToString());
        Assert.Equal("main", group.Base);
    }

    [Theory]
    [MemberData(nameof(Idle))]
    public static async Task An_event_that_asks_nothing_ends_well_and_says_so(string name, string payload, string why)
    {
        using var runner = new Runner().StartedBy(name, payload);

        var run = await runner.Run();

        Assert.Equal(0, run.Exit);
        Assert.Contains(why, run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error + runner.Outputs + runner.Summary);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public static async Task An_event_that_can_t_be_read_is_bad_input(string name, string payload)
    {
        using var runner = new Runner().StartedBy(name, payload);

        var run = await runner.Run();

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("error: GITHUB_EVENT_PATH", run.Error, StringComparison.Ordinal);
    }

    private static WorkflowEvent Read(Runner runner) =>
        Assert.IsType<EventReading.Valid>(ReadEvent.From(runner.Shell())).Event;
}
