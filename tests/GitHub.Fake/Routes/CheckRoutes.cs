using System.Globalization;

namespace ChangeSentinel.Fake.Routes;

/// <summary>Check runs: Apps alone write them, each its own.</summary>
internal static class CheckRoutes
{
    private const string Root = "/repos/{owner}/{repo}";
    private const int MostCharacters = 65_535;
    private const int MostAnnotations = 50;
    private static readonly string[] Statuses = ["queued", "in_progress", "completed"];
    private static readonly string[] Conclusions =
        ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out"];

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/commits/{*ref}/check-runs", ListRuns);
        routes.Post(Root + "/check-runs", CreateRun);
        routes.Get(Root + "/check-runs/{id}", call =>
        {
            var repository = call.Repository(Access.Read, Scope.Checks);
            return Answer.Ok(CheckShape.Run(call.GitHub, repository, Find(call, repository)));
        });
        routes.Patch(Root + "/check-runs/{id}", UpdateRun);
    }

    private static Answer ListRuns(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Checks);
        var commit = call.Commit(repository, "ref").Id;
        var name = call.Query.GetValueOrDefault("check_name");
        var status = call.Query.GetValueOrDefault("status");
        var app = call.Number("app_id");
        var found = repository.CheckRuns
            .Where(run => run.HeadSha == commit && (name ?? run.Name) == run.Name)
            .Where(run => (status ?? run.Status) == run.Status && (app is null || app == run.App.Id));
        var ordered = found.Reverse();
        if (call.Query.GetValueOrDefault("filter", "latest") == "latest")
            ordered = ordered.DistinctBy(run => (run.App, run.Name));
        return Answer.Wrapped(call, "check_runs", [.. ordered], run => CheckShape.Run(call.GitHub, repository, run));
    }

    private static Answer CreateRun(Call call)
    {
        var repository = call.Repository(Access.Write, Scope.Checks);
        var app = call.Token?.App ?? throw new RefusedException(403, "You must authenticate via a GitHub App.");
        var sha = call.Text("head_sha") ?? throw Missing("head_sha");
        if (!GitStore.IsId(sha) || repository.Objects.FindCommit(sha) is null)
            throw new RefusedException(422, $"No commit found for SHA: {sha}");
        var run = new CheckRun
        {
            Id = call.GitHub.State.NextId(),
            App = app,
            HeadSha = sha,
            Name = call.Text("name") ?? throw Missing("name"),
            StartedAt = call.GitHub.State.Now,
        };
        Write(call, run);
        repository.CheckRuns.Add(run);
        return Answer.Created(CheckShape.Run(call.GitHub, repository, run));
    }

    private static Answer UpdateRun(Call call)
    {
        var repository = call.Repository(Access.Write, Scope.Checks);
        var run = Find(call, repository);
        if (call.Token?.App != run.App)
            throw new RefusedException(403, $"Invalid app_id `{call.Token?.App?.Id}` - check run can only be modified by the GitHub App that created it.");
        Write(call, run);
        return Answer.Ok(CheckShape.Run(call.GitHub, repository, run));
    }

    private static void Write(Call call, CheckRun run)
    {
        var conclusion = call.Text("conclusion");
        var status = conclusion is null ? call.Text("status") : "completed";
        if (status is not null && !Statuses.Contains(status))
            throw Refused($"`{status}` is not a possible value of status.");
        if (conclusion is not null && !Conclusions.Contains(conclusion))
            throw Refused($"`{conclusion}` is not a possible value of conclusion.");
        if (status == "completed" && conclusion is null && run.Conclusion is null)
            throw Missing("conclusion");

        WriteOutput(call, run);
        run.Name = call.Text("name") ?? run.Name;
        run.ExternalId = call.Text("external_id") ?? run.ExternalId;
        run.DetailsUrl = call.Text("details_url") ?? run.DetailsUrl;
        run.Status = status ?? run.Status;
        run.Conclusion = run.Status == "completed" ? conclusion ?? run.Conclusion : null;
        run.CompletedAt = run.Status == "completed" ? Time(call, "completed_at") ?? call.GitHub.State.Now : null;
        run.StartedAt = Time(call, "started_at") ?? run.StartedAt;
    }

    private static void WriteOutput(Call call, CheckRun run)
    {
        if (call.Body.ValueKind != JsonValueKind.Object || !call.Body.TryGetProperty("output", out var output))
            return;
        var summary = Call.Text(output, "summary") ?? throw Missing("summary");
        var text = Call.Text(output, "text");
        foreach (var one in (string?[])[summary, text])
        {
            if (one?.Length > MostCharacters)
                throw Refused($"Only {MostCharacters} characters are allowed; {one.Length} were supplied.");
        }

        run.Title = Call.Text(output, "title") ?? run.Title ?? throw Missing("title");
        run.Summary = summary;
        run.Text = text ?? run.Text;
        if (!output.TryGetProperty("annotations", out var annotations))
            return;
        if (annotations.GetArrayLength() > MostAnnotations)
            throw Refused($"No more than {MostAnnotations} items are allowed; {annotations.GetArrayLength()} were supplied.");
        foreach (var annotation in annotations.EnumerateArray())
            run.Annotations.Add(annotation.Clone());
    }

    private static CheckRun Find(Call call, Repository repository)
    {
        var id = call.Id("id");
        return repository.CheckRuns.FirstOrDefault(run => run.Id == id) ?? throw RefusedException.NotFound();
    }

    private static DateTimeOffset? Time(Call call, string field) =>
        call.Text(field) is not { } text ? null
        : DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw Refused($"{text} is not a valid date-time.");

    private static RefusedException Missing(string field) => Refused($"\"{field}\" wasn't supplied.");

    private static RefusedException Refused(string why) => new(422, $"Invalid request.\n\n{why}");
}
