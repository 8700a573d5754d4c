using System.Text.Json;
using ChangeSentinel.Changes;
using ChangeSentinel.Effects;

namespace ChangeSentinel.GitHub;

/// <summary>Writes a check run.</summary>
internal sealed class WriteCheck(RepositoryDoor door, CancellationToken cancellationToken)
{
    /// <summary>One of which nobody knows whether it was made is looked for before it is made again.</summary>
    public async Task<PublishedCheck> Run(Effect.SetCheck check)
    {
        var written = await Write(check);
        var report = check.Report;
        return new(written.Id, report.Name, check.Head, report.State)
        {
            Title = report.Title,
            Summary = report.Summary,
        };
    }

    private async Task<CheckRunReply> Write(Effect.SetCheck check)
    {
        if (check.Run is { } run)
            return await Send(HttpMethod.Patch, $"check-runs/{run}", Request(check, isNew: false));
        try
        {
            return await Send(HttpMethod.Post, "check-runs", Request(check, isNew: true));
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Unavailable)
        {
            return await Existing(check)
                ?? await Send(HttpMethod.Post, "check-runs", Request(check, isNew: true));
        }
    }

    private static CheckRunRequest Request(Effect.SetCheck check, bool isNew)
    {
        var (status, conclusion) = check.Report.State switch
        {
            CheckState.InProgress => ("in_progress", null),
            CheckState.Success => ("completed", "success"),
            CheckState.ActionRequired => ("completed", "action_required"),
            CheckState.Neutral => ("completed", "neutral"),
        };
        return new(check.Report.Name, isNew ? check.Head.ToString() : null, status, conclusion)
        {
            Output = new(check.Report.Title, check.Report.Summary),
        };
    }

    private async Task<CheckRunReply?> Existing(Effect.SetCheck check)
    {
        var wanted = Request(check, isNew: true);
        var runs = await new ReadChecks(door, cancellationToken).On(check.Head);
        return runs.FirstOrDefault(run => run.Name == wanted.Name && run.Status == wanted.Status
            && run.Conclusion == wanted.Conclusion && run.Output == wanted.Output);
    }

    private Task<CheckRunReply> Send(HttpMethod method, string path, CheckRunRequest request) => door.Api.Send(
        method,
        door.At(path),
        JsonSerializer.SerializeToUtf8Bytes(request, GitHubReplies.Default.CheckRunRequest),
        GitHubReplies.Default.CheckRunReply,
        cancellationToken);
}
