using System.Globalization;
using ChangeSentinel.Fake.Edge;
using ChangeSentinel.Fake.Events;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;

namespace ChangeSentinel.Benchmarks;

/// <summary>
/// The step of a workflow on the largest pull request GitHub lists whole (3,000 files, 250 commits), every answer
/// of a GitHub on loopback delayed by 50 ms, beside a program that does nothing.
/// </summary>
internal static class ActionBenchmark
{
    private const int Runs = 7;
    private const int FilesOfTree = 10_000;
    private const int FilesChanged = 3_000;
    private const int Commits = 250;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    public static IEnumerable<Goal> Run(BenchmarkPlace place)
    {
        var empty = Published.Empty(place.Folder("empty"));
        using var sentinel = new StepOfWorkflow(place.Folder("step"), place.Sentinel());

        var step = sentinel.Process("the step on 3,000 files and 250 commits");
        var nothing = new WholeProcess("an empty program", empty, []);

        var runs = SideBySide.Run(Runs, step, nothing);
        yield return new(
            "action: wall time of 3,000 files at 50 ms latency (ms)",
            SideBySide.Median(runs[0].Select(run => run.Milliseconds)), 900);

        var (ours, floor) = CpuTime.Medians(Runs, place.Folder("cpu"), step, nothing);
        Console.WriteLine($"processor time: {ours:F0} ms / {floor:F0} ms");
        yield return new("action: CPU of 3,000 files / an empty program", ours / floor, 3);
        var (check, all) = sentinel.Depths(step);
        yield return new("action: round trips to the check", check, 3);
        yield return new("action: round trips to the last effect", all, 4);
    }

    /// <summary>A GitHub with the pull request, and the environment the runner gives the step.</summary>
    private sealed class StepOfWorkflow : IDisposable
    {
        private readonly FakeGitHub gitHub = FakeGitHub.Open().GetAwaiter().GetResult();
        private readonly string folder;
        private readonly string binary;
        private readonly PullRequest pull;
        private readonly Repository shop;

        public StepOfWorkflow(string folder, string binary)
        {
            (this.folder, this.binary) = (folder, binary);
            var state = gitHub.State;
            shop = state.AddRepository(state.Add("acme", AccountType.Organization), "shop");
            var (owner, author) = (state.Add("olivia"), state.Add("dana"));
            (shop.Collaborators[owner], shop.Collaborators[author]) = (Role.Admin, Role.Write);
            state.Push(shop, owner, "main", new NewCommit("Start", [.. Tree(), Policy]) { Author = owner.Signature });
            state.Push(shop, author, "work", [.. Enumerable.Range(0, Commits).Select(index => Work(index, author))]);
            pull = state.OpenPull(shop, author, (shop, "work"), "Round amounts");
        }

        private static NewFile Policy { get; } = NewFile.Text(
            ".blastradius.yml",
            "version: 1\npaths: |\n  *  low\n  /src/payments/  high\nraise:\n  - { to: high, lines: 500 }\n");

        public WholeProcess Process(string name)
        {
            var payload = EventPayload.OfPull(gitHub, pull, ("pull_request_target", "opened"), null);
            File.WriteAllText(Path.Combine(folder, "event.json"), payload.Body.ToJsonString());
            return new(name, binary, ["action"])
            {
                Directory = folder,
                Variables = Variables(),
                Before = Reset,
            };
        }

        /// <summary>
        /// One more run, whose answers leave only once nothing more is asked: what is asked at once is one round.
        /// </summary>
        public (int Check, int All) Depths(WholeProcess step)
        {
            gitHub.Quiet = TimeSpan.FromMilliseconds(400);
            step.Run();
            var last = gitHub.Requests.All.Last(request => request.Writes && IsOfCheck(request));
            return (last.Level, gitHub.Requests.Depth());
        }

        public void Dispose() => gitHub.DisposeAsync().AsTask().GetAwaiter().GetResult();

        /// <summary>Each run finds the pull request as it was when it was opened.</summary>
        private void Reset()
        {
            pull.Labels.Clear();
            pull.Comments.Clear();
            shop.CheckRuns.Clear();
            gitHub.Requests.Clear();
            gitHub.Latency = Latency;
            File.WriteAllText(Path.Combine(folder, "output"), "");
            File.WriteAllText(Path.Combine(folder, "summary"), "");
        }

        private Dictionary<string, string> Variables() => new(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_API_URL"] = gitHub.Api,
            ["GITHUB_EVENT_NAME"] = "pull_request_target",
            ["GITHUB_EVENT_PATH"] = Path.Combine(folder, "event.json"),
            ["GITHUB_GRAPHQL_URL"] = gitHub.GraphQl,
            ["GITHUB_OUTPUT"] = Path.Combine(folder, "output"),
            ["GITHUB_REPOSITORY"] = shop.FullName,
            ["GITHUB_SERVER_URL"] = gitHub.Url,
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(folder, "summary"),
            ["GITHUB_WORKSPACE"] = folder,
            ["RUNNER_TEMP"] = folder,
            ["INPUT_GITHUB_TOKEN"] = gitHub.State.WorkflowToken(shop, Permissions.WorkflowWrite).Text,
        };

        private static bool IsOfCheck(RecordedRequest request) =>
            request.Path.Contains("/check-runs", StringComparison.Ordinal);

        private static IEnumerable<NewFile> Tree() =>
            Enumerable.Range(0, FilesOfTree).Select(index => NewFile.Text(PathOf(index), Text(index, "")));

        private static NewCommit Work(int index, Account author)
        {
            const int Each = FilesChanged / Commits;
            var files = Enumerable.Range(index * Each, Each)
                .Select(file => NewFile.Text(PathOf(file), Text(file, "    Round(amount, currency.Digits);\n")));
            return new($"Round the amounts of part {index}\n\nCo-authored-by: Claude <noreply@anthropic.com>", [.. files])
            {
                Author = author.Signature,
            };
        }

        private static string PathOf(int index) =>
            string.Create(CultureInfo.InvariantCulture, $"src/part{index / 100:D3}/Amount{index:D5}.cs");

        private static string Text(int index, string line) => string.Create(
            CultureInfo.InvariantCulture,
            $"namespace Shop.Part{index / 100};\n\ninternal static class Amount{index}\n{{\n{line}    // {index}\n}}\n");
    }
}
