using System.Text.Json.Serialization;

namespace ChangeSentinel.Action.Workflow;

/// <summary>A webhook's body as the runner keeps it, only the fields that are read.</summary>
/// <seealso href="https://docs.github.com/webhooks/webhook-events-and-payloads"/>
internal sealed record EventPayload
{
    public string? Action { get; init; }

    public EventRepository? Repository { get; init; }

    public EventPullRequest? PullRequest { get; init; }

    public EventIssue? Issue { get; init; }

    public EventMergeGroup? MergeGroup { get; init; }
}

internal sealed record EventRepository(string? FullName, string? DefaultBranch);

/// <param name="ChangedFiles">Null in the short form that reviews carry; so is `Commits`.</param>
internal sealed record EventPullRequest(int Number, string? State, int? ChangedFiles, int? Commits)
{
    public int? Comments { get; init; }

    public EventBranch? Head { get; init; }

    public EventBranch? Base { get; init; }
}

/// <param name="Repo">Null where the fork is gone.</param>
internal sealed record EventBranch(string? Ref, string? Sha, EventRepository? Repo);

/// <param name="PullRequest">Null where the issue is no pull request.</param>
internal sealed record EventIssue(int Number, string? State, EventMark? PullRequest);

/// <summary>Something that is there; what it holds is not read.</summary>
internal sealed record EventMark;

internal sealed record EventMergeGroup(string? HeadSha, string? BaseRef);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventPayload))]
internal sealed partial class EventPayloadContext : JsonSerializerContext;
