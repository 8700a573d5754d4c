using System.Text.RegularExpressions;

namespace ChangeSentinel.Scenarios.Language;

/// <summary>What a run left behind, and what it must not have.</summary>
public static partial class Traces
{
    private static readonly string[] Passing = ["success", "neutral", "skipped"];

    extension(World world)
    {
        /// <summary>The last run wrote the change's check, labels and comment, and nothing beside them.</summary>
        /// <param name="heads">Former heads whose checks it may have rewritten too.</param>
        public void WroteOnlyAbout(Change change, params string[] heads)
        {
            string[] commits = [change.Head, .. heads];
            Assert.All(world.LastRun!.Requests.Where(request => request.Writes), request =>
                Assert.True(IsAbout(world, change.Pull, commits, request), $"{request}\n{request.Body}"));
        }

        /// <summary>
        /// No check lets anything through, on whatever commit and under whatever name: the latest of each.
        /// </summary>
        public void NothingPasses() => Assert.DoesNotContain(
            world.Shop.CheckRuns.GroupBy(check => (check.HeadSha, check.Name), (_, runs) => runs.Last()),
            check => Passing.Contains(check.Conclusion, StringComparer.Ordinal));
    }

    /// <summary>Markdown as people read it: without the escapes of what would mean something.</summary>
    internal static string AsRead(string? markdown) => Escape.Replace(markdown ?? "", "$1");

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])|<!-- -->", RegexOptions.CultureInvariant)]
    private static partial Regex Escape { get; }

    private static bool IsAbout(World world, PullRequest pull, string[] commits, RecordedRequest request)
    {
        const string Root = "/repos/acme/shop/";
        var issue = $"{Root}issues/{pull.Number}";
        if (request.Path == $"{Root}check-runs")
            return commits.Contains(JsonElement.Parse(request.Body).GetProperty("head_sha").GetString());
        if (request.Path.StartsWith($"{Root}check-runs/", StringComparison.Ordinal))
            return world.Shop.CheckRuns.Any(check =>
                commits.Contains(check.HeadSha) && request.Path.EndsWith($"/{check.Id}", StringComparison.Ordinal));
        return request.Path == $"{Root}labels" || request.Path == $"{issue}/comments"
            || request.Path.StartsWith($"{issue}/labels", StringComparison.Ordinal)
            || pull.Comments.Any(comment => comment.App is not null && request.Path == $"{Root}issues/comments/{comment.Id}");
    }
}
