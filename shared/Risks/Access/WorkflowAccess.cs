namespace ChangeSentinel.Risks;

/// <summary>Finds GitHub workflows that get more rights or run what a stranger wrote.</summary>
internal static class WorkflowAccess
{
    private static readonly HashSet<string> Scopes = new(
        [
            "actions", "attestations", "checks", "contents", "deployments", "discussions", "id-token",
            "issues", "packages", "pages", "pull-requests", "repository-projects", "security-events",
            "statuses", "models",
        ],
        StringComparer.Ordinal);

    private static readonly string[] Heads =
    [
        "github.event.pull_request.head", "github.head_ref", "refs/pull/", "github.event.workflow_run.head",
        "gh pr checkout",
    ];

    private static readonly string[] Strangers = ["pull_request_target", "workflow_run", "issue_comment"];

    public static void In(CodeView view, FoundHazards found)
    {
        var limits = view.IsGone || view.Sets("permissions");
        foreach (var hunk in view.Hunks)
        {
            for (var at = 0; at < hunk.New.Lines.Count; at++)
            {
                if (hunk.New.Lines[at].Added && Why(view, hunk.New, at) is { } why)
                    found.Add(HazardKind.OpenAccess, hunk.New.Lines[at], why);
            }

            foreach (var line in hunk.Old.Lines)
            {
                if (line.Removed && line.Code.Trim().Begins("permissions:") && !limits)
                    found.Add(HazardKind.OpenAccess, line,
                        "without permissions the token gets the repository's default rights");
            }
        }
    }

    private static string? Why(CodeView view, CodeSide side, int at)
    {
        var code = side.Lines[at].Code;
        if (code.HasWord("pull_request_target") && !code.Has("github.event_name") && RunsStrangers(view))
            return "pull_request_target runs with secrets and a write token on what a stranger proposes";
        if (Heads.Any(code.Has) && Strangers.Any(view.NewText.HasWord) && IsCheckout(side, at, code))
            return "the head of a fork is checked out where secrets and a write token are at hand";
        if (Setting.In(code) is not { } setting)
            return null;
        if (setting.Key is "permissions" && setting.Value is "write-all")
            return "write-all lets every step change the repository and its releases";
        if (setting.Value is not "write" || !Scopes.Contains(setting.Key))
            return null;
        return setting.Key is "id-token"
            ? "id-token: write lets the job mint identity tokens for other systems"
            : $"{setting.Key}: write lets every step of the job change {setting.Key}";
    }

    private static bool IsCheckout(CodeSide side, int at, string code) =>
        Setting.In(code)?.Key is "ref" or "repository"
            || code.HasAny("git fetch", "git checkout", "gh pr checkout")
        || side.Siblings(at).Any(line => line.Code.Has("actions/checkout"));

    /// <summary>
    /// Whether the workflow takes a fork's code; also where the hunk shows too little to tell.
    /// </summary>
    private static bool RunsStrangers(CodeView view) =>
        view.NewText.Has("actions/checkout") ? Heads.Any(view.NewText.Has) || !view.IsNew : !view.IsNew;
}
