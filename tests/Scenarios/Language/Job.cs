using System.Diagnostics;
using ChangeSentinel.Fake.Events;
using ChangeSentinel.Fake.Judge;

namespace ChangeSentinel.Scenarios.Language;

/// <summary>Runs the program under test with the environment GitHub's runner gives a step.</summary>
internal static class Job
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>action.yml's inputs with their defaults; the runner sets every one of them.</summary>
    private static readonly (string Name, string Default)[] Inputs =
    [
        ("mode", ""), ("bot-url", ""), ("bot-audience", ""), ("comment", "on-block"), ("members-token", ""),
        ("ca-bundle", ""), ("pull-request", ""), ("annotations", "true"),
    ];

    public static async Task<Run> Run(World world, EventPayload payload, PullRequest pull, bool readOnly)
    {
        Assert.Empty(WebhookJudge.Faults(payload.Name, payload.Body));
        var permissions = readOnly ? Permissions.ForkRead : world.Permissions;
        var token = world.Keep(() => world.State.WorkflowToken(world.Shop, permissions));
        var folder = Directory.CreateDirectory(Path.Combine(world.Workplace, Guid.NewGuid().ToString("N"))).FullName;
        var files = new JobFiles(folder);
        File.WriteAllText(files.Event, payload.Body.ToJsonString());

        world.GitHub.Requests.Clear();
        var (exitCode, output, errors) = await Start(Environment(world, payload, (pull, token, readOnly), files));
        MarkReadBack(world, pull);
        var run = new Run(exitCode, output, errors)
        {
            Outputs = Language.Run.ReadOutputs(File.ReadAllText(files.Output)),
            Summary = File.ReadAllText(files.Summary),
            Requests = world.GitHub.Requests.All,
        };
        world.LastRun = run;
        Secrets.AreNowhere(world, run, token);
        return run;
    }

    /// <summary>The second reading of the pull request is the one before a check passes.</summary>
    private static void MarkReadBack(World world, PullRequest pull)
    {
        var isRead = false;
        var place = $"/repos/{pull.Repository.FullName}/pulls/{pull.Number}";
        world.GitHub.Requests.MarkReadBack(request =>
        {
            var again = isRead && request.Path == place;
            isRead |= request.Path == place && request.Status == 200;
            return again;
        });
    }

    private static Dictionary<string, string> Environment(
        World world, EventPayload payload, (PullRequest Pull, Token Token, bool ReadOnly) job, JobFiles files)
    {
        var plain = payload.Name is "pull_request" or "pull_request_review";
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTOR"] = job.Pull.Author!.Login,
            ["GITHUB_API_URL"] = world.GitHub.Api,
            ["GITHUB_BASE_REF"] = plain || payload.Name == "pull_request_target" ? job.Pull.BaseRef : "",
            ["GITHUB_EVENT_NAME"] = payload.Name,
            ["GITHUB_EVENT_PATH"] = files.Event,
            ["GITHUB_GRAPHQL_URL"] = world.GitHub.GraphQl,
            ["GITHUB_JOB"] = "sentinel",
            ["GITHUB_OUTPUT"] = files.Output,
            ["GITHUB_REF"] = plain ? $"refs/pull/{job.Pull.Number}/merge" : $"refs/heads/{world.Shop.DefaultBranch}",
            ["GITHUB_REPOSITORY"] = world.Shop.FullName,
            ["GITHUB_REPOSITORY_ID"] = $"{world.Shop.Id}",
            ["GITHUB_REPOSITORY_OWNER"] = world.Acme.Login,
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_RUN_ID"] = "77",
            ["GITHUB_RUN_NUMBER"] = "7",
            ["GITHUB_SERVER_URL"] = world.GitHub.Url,
            ["GITHUB_SHA"] = world.Shop.Branch(world.Shop.DefaultBranch)!,
            ["GITHUB_STEP_SUMMARY"] = files.Summary,
            ["GITHUB_WORKFLOW"] = "ChangeSentinel",
            ["GITHUB_WORKSPACE"] = files.Workspace,
            ["HOME"] = files.Home,
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "",
            ["RUNNER_TEMP"] = files.Temp,
            ["INPUT_GITHUB-TOKEN"] = job.Token.Text,
        };
        foreach (var (name, usual) in Inputs)
            variables["INPUT_" + name.ToUpperInvariant()] = usual;
        foreach (var (name, value) in world.Inputs)
            variables["INPUT_" + name.Replace(' ', '_').ToUpperInvariant()] = value;
        if (world.HasIdToken && !job.ReadOnly)
            AddIdToken(world, payload, job.Pull, variables);
        foreach (var (name, value) in world.Environment)
            variables[name] = value;
        return variables;
    }

    private static void AddIdToken(
        World world, EventPayload payload, PullRequest pull, Dictionary<string, string> variables)
    {
        var claims = world.GitHub.Oidc.Claims;
        claims["repository"] = world.Shop.FullName;
        claims["repository_id"] = $"{world.Shop.Id}";
        claims["repository_owner_id"] = $"{world.Acme.Id}";
        claims["event_name"] = payload.Name;
        claims["ref"] = variables["GITHUB_REF"];
        claims["actor"] = pull.Author!.Login;
        claims["run_id"] = variables["GITHUB_RUN_ID"];
        claims["sub"] = $"repo:{world.Shop.FullName}:ref:{variables["GITHUB_REF"]}";
        variables["ACTIONS_ID_TOKEN_REQUEST_URL"] = world.GitHub.Oidc.RequestUrl;
        variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = world.GitHub.Oidc.RequestToken;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Start(Dictionary<string, string> variables)
    {
        var binary = System.Environment.GetEnvironmentVariable("SENTINEL_BINARY");
        var start = string.IsNullOrEmpty(binary)
            ? new ProcessStartInfo("dotnet", [Path.Combine(Tests.House.Repository.Root, "artifacts/bin/Action/debug/sentinel.dll"), "action"])
            : new ProcessStartInfo(binary, ["action"]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.WorkingDirectory = variables["GITHUB_WORKSPACE"];
        start.Environment.Clear();
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The step did not end within {Patience}.\n{await output}\n{await errors}", late);
        }

        return (process.ExitCode, await output, await errors);
    }

    /// <summary>The files and folders of a job.</summary>
    private sealed record JobFiles
    {
        public JobFiles(string folder)
        {
            string Made(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            (Workspace, Home, Temp) = (Made("workspace"), Made("home"), Made("temp"));
            (Event, Output, Summary) = (Path.Combine(folder, "event.json"), Path.Combine(folder, "output"), Path.Combine(folder, "summary"));
            File.WriteAllText(Output, "");
            File.WriteAllText(Summary, "");
        }

        public string Workspace { get; }

        public string Home { get; }

        public string Temp { get; }

        public string Event { get; }

        public string Output { get; }

        public string Summary { get; }
    }
}
