using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Action.Doctor;
using ChangeSentinel.Action.Workflow;
using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel doctor`: whether a repository on GitHub is really guarded, line by line.</summary>
internal static class ExamineRepository
{
    private static readonly string[] Tokens = ["GITHUB_TOKEN", "GH_TOKEN"];

    public static Verb Verb => new("doctor", "Looks whether a repository on GitHub is really guarded.", Run)
    {
        Usage = "--repo OWNER/NAME [--base BRANCH]",
        Options = typeof(DoctorOptions),
        Notes =
        [
            "Asks GitHub with the token in GITHUB_TOKEN or GH_TOKEN (on a GitHub Enterprise Server set GITHUB_API_URL) "
            + "and says line by line what is fine, what to fix and how, and what the token cannot see. What cannot be "
            + "seen is never called fine. Nothing is written.",
            "Exit code: 0 nothing to fix, 1 something to fix, 2 wrong command line, 3 failure.",
        ],
        Examples =
        [
            new("sentinel doctor --repo acme/shop", "the rules of the default branch"),
            new("sentinel doctor --repo acme/shop --base release", "those of another branch"),
        ],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(DoctorOptions))]
    private static async Task<ExitCode> Run(VerbCall call)
    {
        var options = ParseOptions.Of<DoctorOptions>(call, "doctor");
        var repository = options.Repo ?? call.Shell.Variable("GITHUB_REPOSITORY") ?? throw new CommandException(
            "which repository? Name it with --repo OWNER/NAME");
        if (!ReadEvent.IsRepository(repository))
            throw new CommandException($"--repo '{repository}' is no repository; write OWNER/NAME");
        using var api = new GitHubApi(Connection(call.Shell), call.Shell.Clock);
        using var progress = Progress.Of($"asking GitHub about {repository}", call.Shell);

        var findings = await Findings(api, repository, options.Base, call.CancellationToken);

        progress.Dispose();
        call.Shell.Say(ExaminationText.Of(findings));
        return findings.Any(finding => finding.Health is Health.ToFix) ? ExitCode.Blocked : ExitCode.Passes;
    }

    private static GitHubConnection Connection(Shell shell)
    {
        var token = Tokens.Select(name => shell.Variable(name)?.Trim())
            .FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?? throw new CommandException(
                "there is no token; set GITHUB_TOKEN or GH_TOKEN to one that reads the repository");
        var reading = GitHubConnection.From(shell.Variable, new FixedToken(new(token)));
        return reading.Connection ?? throw new CommandException(string.Join(' ', reading.Errors));
    }

    private static async Task<IReadOnlyList<Finding>> Findings(
        GitHubApi api, string repository, string? named, CancellationToken cancellationToken)
    {
        var token = await ExamineToken.Of(api, repository, cancellationToken);
        if (token.Repository is not { DefaultBranch: var main })
            return token.Findings;

        var examined = new Examined(api, repository, main, named ?? main);
        var branch = api.Find(
            $"{examined.Root}/branches/{Examined.Part(examined.Base)}", RestReplies.Default.BranchReply,
            cancellationToken);
        var rules = Rules(examined, cancellationToken);
        var access = ExamineAccess.Of(examined, branch, cancellationToken);
        var workflows = ExamineWorkflows.Of(examined, rules, cancellationToken);
        var policy = await ExaminePolicy.Of(examined, cancellationToken);
        var check = CheckName.For(policy.Naming, examined.Base, main);
        var guarded = await ExamineRules.Of(examined, check, branch, rules, cancellationToken);
        return [.. token.Findings, .. await access, .. policy.Findings, .. guarded, .. await workflows];
    }

    /// <summary>Every rule that holds for the branch; null where the token may not see them.</summary>
    private static async Task<RuleReply[]?> Rules(Examined examined, CancellationToken cancellationToken)
    {
        try
        {
            return await examined.Api.Get(
                $"{examined.Root}/rules/branches/{Examined.Part(examined.Base)}?per_page=100",
                RestReplies.Default.RuleReplyArray, cancellationToken);
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden or ForgeFailure.NotFound)
        {
            return null;
        }
    }
}
