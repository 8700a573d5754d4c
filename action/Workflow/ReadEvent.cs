using System.Text.Json;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Reads what started the run: its name, and the file with the webhook's body.</summary>
internal sealed class ReadEvent
{
    /// <summary>GitHub sends no webhook beyond 25 MB.</summary>
    private const int MostBytes = 32 << 20;

    private const string Allowed =
        "pull_request_target, pull_request, pull_request_review, issue_comment, merge_group, workflow_dispatch";

    private readonly Shell shell;
    private readonly int? named;
    private readonly string repository;

    private ReadEvent(Shell shell, int? named, string repository)
    {
        this.shell = shell;
        this.named = named;
        this.repository = repository;
    }

    /// <param name="named">The pull request the step's input names; for a run started by hand alone.</param>
    public static EventReading From(Shell shell, int? named)
    {
        var repository = shell.Variable("GITHUB_REPOSITORY") ?? "";
        return IsRepository(repository)
            ? new ReadEvent(shell, named, repository).Read()
            : new EventReading.Invalid(
                $"GITHUB_REPOSITORY is '{repository}': a repository as OWNER/NAME is allowed; the runner sets it.");
    }

    /// <summary>`owner/name` of what GitHub allows in both.</summary>
    public static bool IsRepository(string text) =>
        text.Length <= 200 && text.Split('/') is [var owner, var name] && IsName(owner) && IsName(name);

    private static bool IsName(string part) =>
        part is not ("" or "." or "..") && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private EventReading Read()
    {
        var name = shell.Variable("GITHUB_EVENT_NAME") ?? "";
        if (name is "workflow_dispatch")
            return named is { } number
                ? new EventReading.Valid(new WorkflowEvent.PullRequest(new(repository, number), new(), NewHead: false))
                : new EventReading.Invalid(
                    "INPUT_PULL-REQUEST is empty: a run started by hand (workflow_dispatch) needs a pull request's number.");
        if (name is not ("pull_request_target" or "pull_request" or "pull_request_review" or "issue_comment"
            or "merge_group"))
            return new EventReading.Invalid($"GITHUB_EVENT_NAME is '{name}': one of {Allowed} is allowed.");
        return Payload() is { } payload ? Of(name, payload) : new EventReading.Invalid(
            $"GITHUB_EVENT_PATH is '{shell.Variable("GITHUB_EVENT_PATH")}': the file with the event's JSON, of at most "
            + "32 MiB, is allowed; the runner sets it.");
    }

    private EventPayload? Payload()
    {
        if (shell.Variable("GITHUB_EVENT_PATH") is not { Length: > 0 } path)
            return null;
        try
        {
            var file = new FileInfo(Path.GetFullPath(path, shell.Directory));
            return file.Exists && file.Length <= MostBytes
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName), EventPayloadContext.Default.EventPayload)
                : null;
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private EventReading Of(string name, EventPayload payload) => (name, payload) switch
    {
        ("merge_group", { MergeGroup: { } group }) => Queue(payload.Action, group),
        ("issue_comment", { Issue: { PullRequest: null } issue }) => Nothing(
            $"Issue {issue.Number} is no pull request, so there is nothing to decide."),
        ("issue_comment", { Issue: { } issue }) => About(issue.Number, issue.State, new(), newHead: false),
        ("pull_request_target" or "pull_request", { Action: "closed", PullRequest: { } pull }) =>
            About(pull.Number, "closed", new(), newHead: false),
        ("pull_request_target" or "pull_request", { PullRequest: { } pull }) => About(
            pull.Number, pull.State, HintsOf(pull, payload), payload.Action is "opened" or "synchronize" or "reopened"),
        ("pull_request_review", { PullRequest: { } pull }) =>
            About(pull.Number, pull.State, HintsOf(pull, payload), newHead: false),
        _ => new EventReading.Invalid(
            $"GITHUB_EVENT_PATH holds no {name} event: {Expected(name)} is missing in it; the runner writes that file."),
    };

    private static string Expected(string name) => name switch
    {
        "merge_group" => "'merge_group'",
        "issue_comment" => "'issue'",
        _ => "'pull_request'",
    };

    private EventReading About(int number, string? state, EventHints hints, bool newHead)
    {
        if (number <= 0)
            return new EventReading.Invalid($"GITHUB_EVENT_PATH names pull request {number}: a number from 1 is allowed.");
        if (named is { } other && other != number)
            return new EventReading.Invalid(
                $"INPUT_PULL-REQUEST is '{other}', but this event is about pull request {number}: leave it empty; "
                + "it belongs to workflow_dispatch.");
        return state is "closed"
            ? Nothing($"Pull request {number} is closed, so nothing is written.")
            : new EventReading.Valid(new WorkflowEvent.PullRequest(new(repository, number), hints, newHead));
    }

    private EventReading Queue(string? action, EventMergeGroup group)
    {
        if (action is not "checks_requested")
            return Nothing($"The merge queue says '{action}' of a group, which asks for no check.");
        if (Sha.TryParse(group.HeadSha, out var head) && Branch(group.BaseRef) is { Length: > 0 } into)
            return new EventReading.Valid(new WorkflowEvent.MergeGroup(repository, head, into));
        return new EventReading.Invalid(
            "GITHUB_EVENT_PATH holds a merge_group without a 'head_sha' and 'base_ref' that can be read.");
    }

    private static EventReading Nothing(string why) => new EventReading.Valid(new WorkflowEvent.NothingToDo(why));

    private static string? Branch(string? reference) =>
        reference?.StartsWith("refs/heads/", StringComparison.Ordinal) is true ? reference["refs/heads/".Length..] : reference;

    private static EventHints HintsOf(EventPullRequest pull, EventPayload payload) => new()
    {
        Head = Sha.TryParse(pull.Head?.Sha, out var head) ? head : null,
        Files = pull.ChangedFiles,
        Commits = pull.Commits,
        Base = pull.Base?.Ref,
        DefaultBranch = payload.Repository?.DefaultBranch,
        HeadRepository = pull.Head?.Repo?.FullName,
        HeadBranch = pull.Head?.Ref,
    };
}
