using System.Globalization;
using System.Text.Json;
using ChangeSentinel.Changes;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Reads what started the run: its name, and the file with the webhook's body.</summary>
internal sealed class ReadEvent
{
    /// <summary>GitHub sends no webhook beyond 25 MB.</summary>
    private const int MostBytes = 32 << 20;

    private const string Allowed =
        "pull_request_target, pull_request, pull_request_review, issue_comment, merge_group, workflow_dispatch";

    private readonly List<string> mistakes = [];
    private readonly Shell shell;
    private readonly string repository;
    private readonly int? named;
    private string? defaultBranch;

    private ReadEvent(Shell shell)
    {
        this.shell = shell;
        repository = shell.Variable("GITHUB_REPOSITORY") ?? "";
        named = Named();
    }

    public static EventReading From(Shell shell)
    {
        var reading = new ReadEvent(shell);
        if (!IsRepository(reading.repository))
            reading.mistakes.Add(
                $"GITHUB_REPOSITORY is '{reading.repository}': a repository as OWNER/NAME is allowed; the runner sets "
                + "it.");
        var started = reading.Read();
        return reading.mistakes is [] ? new EventReading.Valid(started!) : new EventReading.Invalid(reading.mistakes);
    }

    /// <summary>`owner/name` of what GitHub allows in both.</summary>
    public static bool IsRepository(string text) =>
        text.Length <= 200 && text.Split('/') is [var owner, var name] && IsName(owner) && IsName(name);

    private static bool IsName(string part) =>
        part is not ("" or "." or "..") && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>The pull request that the step's input names; null where it names none.</summary>
    private int? Named()
    {
        if (ReadInputs.Input(shell, "PULL-REQUEST") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        mistakes.Add($"INPUT_PULL-REQUEST is '{text}': a pull request's number, 1 or more, is allowed.");
        return null;
    }

    private WorkflowEvent? Read()
    {
        var name = shell.Variable("GITHUB_EVENT_NAME") ?? "";
        if (name is "workflow_dispatch")
            return ByHand();
        if (name is not ("pull_request_target" or "pull_request" or "pull_request_review" or "issue_comment"
            or "merge_group"))
            return Refuse($"GITHUB_EVENT_NAME is '{name}': one of {Allowed} is allowed.");
        var payload = Payload();
        defaultBranch = payload?.Repository?.DefaultBranch;
        return payload is not null ? Of(name, payload) : Refuse(
            $"GITHUB_EVENT_PATH is '{shell.Variable("GITHUB_EVENT_PATH")}': the file with the event's JSON, of at most "
            + "32 MiB, is allowed; the runner sets it.");
    }

    private WorkflowEvent? ByHand()
    {
        if (named is { } number)
            return new WorkflowEvent.PullRequest(new(repository, number), new(number), NewHead: false);
        return ReadInputs.Input(shell, "PULL-REQUEST") is null ? Refuse(
            "INPUT_PULL-REQUEST is empty: a run started by hand (workflow_dispatch) needs a pull request's number.")
            : null;
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

    private WorkflowEvent? Of(string name, EventPayload payload) => (name, payload) switch
    {
        ("merge_group", { MergeGroup: { } group }) => Queue(payload.Action, group),
        ("issue_comment", { Issue: { PullRequest: null } issue }) => Nothing(
            $"Issue {issue.Number} is no pull request, so there is nothing to decide."),
        ("issue_comment", { Issue: { } issue }) => About(issue.State, new(issue.Number), newHead: false),
        ("pull_request_target" or "pull_request", { Action: "closed", PullRequest: { } pull }) =>
            About("closed", new(pull.Number), newHead: false),
        ("pull_request_target" or "pull_request", { PullRequest: { } pull }) => About(
            pull.State, HintsOf(pull), payload.Action is "opened" or "synchronize" or "reopened"),
        ("pull_request_review", { PullRequest: { } pull }) =>
            About(pull.State, HintsOf(pull), newHead: false),
        _ => Refuse(
            $"GITHUB_EVENT_PATH holds no {name} event: {Expected(name)} is missing in it; the runner writes that "
            + "file."),
    };

    private static string Expected(string name) => name switch
    {
        "merge_group" => "'merge_group'",
        "issue_comment" => "'issue'",
        _ => "'pull_request'",
    };

    private WorkflowEvent? About(string? state, EventHints hints, bool newHead)
    {
        var number = hints.Number;
        if (number <= 0)
            return Refuse($"GITHUB_EVENT_PATH names pull request {number}: a number from 1 is allowed.");
        if (named is { } other && other != number)
            return Refuse(
                $"INPUT_PULL-REQUEST is '{other}', but this event is about pull request {number}: leave it empty; "
                + "it belongs to workflow_dispatch.");
        return state is "closed"
            ? Nothing($"Pull request {number} is closed, so nothing is written.")
            : new WorkflowEvent.PullRequest(new(repository, number), hints, newHead) { DefaultBranch = defaultBranch };
    }

    private WorkflowEvent? Queue(string? action, EventMergeGroup group)
    {
        if (action is not "checks_requested")
            return Nothing($"The merge queue says '{action}' of a group, which asks for no check.");
        if (Sha.TryParse(group.HeadSha, out var head) && Branch(group.BaseRef) is { Length: > 0 } into)
            return new WorkflowEvent.MergeGroup(repository, head, into) { DefaultBranch = defaultBranch };
        return Refuse(
            "GITHUB_EVENT_PATH holds a merge_group without a 'head_sha' and 'base_ref' that can be read.");
    }

    private static WorkflowEvent.NothingToDo Nothing(string why) => new(why);

    private WorkflowEvent? Refuse(string mistake)
    {
        mistakes.Add(mistake);
        return null;
    }

    private static string? Branch(string? reference) =>
        reference?.StartsWith("refs/heads/", StringComparison.Ordinal) is true
            ? reference["refs/heads/".Length..]
            : reference;

    private static EventHints HintsOf(EventPullRequest pull) => new(pull.Number)
    {
        Head = Sha.TryParse(pull.Head?.Sha, out var head) ? head : null,
        Base = pull.Base?.Ref,
        HeadRef = pull.Head?.Ref,
        HeadRepository = pull.Head?.Repo?.FullName,
        ChangedFiles = pull.ChangedFiles,
        Commits = pull.Commits,
        Comments = pull.Comments,
    };
}
