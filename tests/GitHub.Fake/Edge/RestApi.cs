using ChangeSentinel.Fake.Judge;
using ChangeSentinel.Fake.Routes;

namespace ChangeSentinel.Fake.Edge;

/// <summary>The REST API: routes, redirects of renamed repositories, and the judge over every request.</summary>
internal sealed class RestApi
{
    private readonly RouteTable routes = AllRoutes.Table();
    private readonly FakeGitHub gitHub;

    public RestApi(FakeGitHub gitHub) => this.gitHub = gitHub;

    /// <param name="path">As it came, escaped.</param>
    public Answer Answer(Call call, string path)
    {
        var full = Full(path);
        foreach (var fault in OpenApiJudge.Instance?.Judge(call.Method, full, call.Query, call.Body) ?? [])
            gitHub.Complaints.Add($"{call.Method} {path}: {fault}");

        if (Moved(path) is { } moved)
            return moved;
        if (routes.Find(call.Method, full) is not { } found)
        {
            gitHub.Complaints.Add($"Nothing answers {call.Method} {path}");
            throw RefusedException.NotFound();
        }

        call.Parts = found.Parts;
        var answer = found.Route.Handle(call);
        foreach (var fault in OpenApiJudge.Instance?.JudgeAnswer(call.Method, full, answer) ?? [])
            gitHub.Complaints.Add($"{call.Method} {path}: {fault}");
        return answer;
    }

    /// <summary>The repository a path names, by name or by number; null for none.</summary>
    public Repository? Named(string path) => path.Split('/') switch
    {
        ["", "repos", var owner, var name, ..] =>
            gitHub.State.Repository(Uri.UnescapeDataString(owner), Uri.UnescapeDataString(name)),
        ["", "repositories", var id, ..] =>
            gitHub.State.Repositories.FirstOrDefault(one => $"{one.Id}" == id),
        _ => null,
    };

    /// <summary>`/repositories/ID/…`, as pages are linked, under the repository's name.</summary>
    private string Full(string path) =>
        path.StartsWith("/repositories/", StringComparison.Ordinal) && Named(path) is { } repository
            ? string.Join('/', ["", "repos", repository.FullName, .. path.Split('/').Skip(3)])
            : path;

    private Answer? Moved(string path)
    {
        if (path.Split('/') is not ["", "repos", var owner, var name, .. var rest] || Named(path) is not null)
            return null;
        var old = $"{owner}/{name}";
        var moved = gitHub.State.Repositories.FirstOrDefault(one => one.FormerNames.Contains(old));
        if (moved is null)
            return null;
        var target = string.Join('/', [$"{gitHub.Api}/repositories/{moved.Id}", .. rest]);
        return new(301, new JsonObject { ["message"] = "Moved Permanently", ["url"] = target }) { Location = target };
    }
}
