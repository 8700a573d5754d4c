using ChangeSentinel.GitHub;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Workflow;

/// <summary>One run of the step: what it was asked, and what it speaks through.</summary>
internal sealed class ActionRun : IDisposable
{
    public ActionRun(Shell shell, ActionInputs inputs, RunnerLog log)
    {
        (Shell, Inputs, Log) = (shell, inputs, log);
        log.Mask(inputs.Token);
        log.Mask(inputs.MembersToken);
        Api = new(inputs.Connection, shell.Clock);
        if (inputs.MembersToken is { } members)
            Members = new(inputs.Connection with { Tokens = new FixedToken(members) }, shell.Clock);
    }

    public Shell Shell { get; }

    public ActionInputs Inputs { get; }

    public RunnerLog Log { get; }

    public GitHubApi Api { get; }

    /// <summary>Reads teams; null where no members-token was given.</summary>
    public GitHubApi? Members { get; }

    public bool Decides => Inputs.Mode is DecidingMode.Advisory;

    /// <param name="repository">`owner/name`.</param>
    public ReportContext Report(string repository) =>
        new(new ForgeLinks(
            Shell.Variable("GITHUB_SERVER_URL") is { Length: > 0 } server ? server : "https://github.com", repository))
        {
            ByWorkflow = Decides,
        };

    public void Dispose()
    {
        Api.Dispose();
        Members?.Dispose();
    }
}
