namespace ChangeSentinel.Fake.State;

/// <summary>A check run, as its App last wrote it.</summary>
public sealed class CheckRun
{
    public required long Id { get; init; }

    public required App App { get; init; }

    public required string HeadSha { get; init; }

    public required string Name { get; set; }

    /// <summary>`queued`, `in_progress`, `completed`.</summary>
    public string Status { get; set; } = "queued";

    /// <summary>Null until completed.</summary>
    public string? Conclusion { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Text { get; set; }

    public string? ExternalId { get; set; }

    public string? DetailsUrl { get; set; }

    public IList<JsonElement> Annotations { get; } = [];

    public required DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }
}

/// <summary>A commit status; the latest of a context counts.</summary>
public sealed record CommitStatus(long Id, string Sha, string Context)
{
    /// <summary>`error`, `failure`, `pending`, `success`.</summary>
    public required string State { get; init; }

    public string? Description { get; init; }

    public string? TargetUrl { get; init; }

    public required Account Creator { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A pull request in a merge queue.</summary>
/// <param name="State">`QUEUED`, `AWAITING_CHECKS`, `MERGEABLE`, `UNMERGEABLE`, `LOCKED`.</param>
public sealed record QueueEntry(PullRequest Pull, string State)
{
    /// <summary>The commit that merges this and every entry before it.</summary>
    public required string HeadCommit { get; init; }

    public required string BaseCommit { get; init; }

    /// <summary>The ref GitHub made for the group: `refs/heads/gh-readonly-queue/main/pr-7-ID`.</summary>
    public required string Ref { get; init; }
}

/// <summary>A ruleset of a repository.</summary>
/// <param name="Enforcement">`active`, `evaluate`, `disabled`.</param>
public sealed record Ruleset(long Id, string Name, string Enforcement)
{
    /// <summary>`~DEFAULT_BRANCH`, `~ALL` or `refs/heads/main`.</summary>
    public required IReadOnlyList<string> Includes { get; init; }

    /// <summary>Each with its `type` and `parameters`, as GitHub spells them.</summary>
    public required IReadOnlyList<JsonObject> Rules { get; init; }

    /// <summary>Shown to those who may write the ruleset.</summary>
    public IReadOnlyList<JsonObject> BypassActors { get; init; } = [];

    /// <summary>Whether the ruleset is about a branch.</summary>
    public bool Covers(Repository repository, string branch) => Includes.Any(include =>
        include == "~ALL" || include == "refs/heads/" + branch
        || (include == "~DEFAULT_BRANCH" && branch == repository.DefaultBranch));

    /// <summary>A ruleset that requires a check.</summary>
    /// <param name="app">The App the check must come from; null for any source.</param>
    public static JsonObject RequiresCheck(string context, long? app)
    {
        var check = new JsonObject { ["context"] = context };
        if (app is { } source)
            check["integration_id"] = source;
        return new()
        {
            ["type"] = "required_status_checks",
            ["parameters"] = new JsonObject
            {
                ["strict_required_status_checks_policy"] = false,
                ["required_status_checks"] = new JsonArray(check),
            },
        };
    }
}
