using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Git;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;
using ChangeSentinel.Services;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel check`: who must agree before a branch ships, and why. It never writes.</summary>
internal static class Check
{
    private static readonly string[] Formats = ["text", "json", "markdown"];

    public static Verb Verb => new("check", "Says who must agree before a change ships, and why.", Run)
    {
        Usage = "[--repo DIR] [--base REF] [--head REF] [--author LOGIN] [--policy FILE] [--format FORMAT]",
        Options = typeof(CheckOptions),
        Notes =
        [
            "The change is what the current branch adds to the default branch; a branch that adds nothing is judged "
            + "by its last commit. The policy is read from the base, never from the change. Nothing is written.",
            "Exit code: 0 nothing stands in the way (not applicable, approved, overridden, shadow, no policy), "
            + "1 waiting or vetoed, 2 wrong command line or policy, 3 failure or undecided.",
        ],
        Examples =
        [
            new("sentinel check", "what the branch you are on will be asked for"),
            new("sentinel check --base main --head docs", "the same for other commits"),
            new("sentinel check --author dana", "as if dana had opened it"),
            new("sentinel check --policy .blastradius.yml", "by the policy you are writing"),
            new("sentinel check --format json", "for programs: decision.schema.json, 'sentinel schema decision'"),
        ],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(CheckOptions))]
    private static async Task<ExitCode> Run(VerbCall call)
    {
        var options = ParseOptions.Of<CheckOptions>(call, "check");
        var format = ParseOptions.Choice("--format", options.Format, Formats);
        using var progress = Progress.Of("reading the change", call.Shell);

        var decision = await Decision(options, call);

        progress.Dispose();
        call.Shell.Say(format switch
        {
            "json" => DecisionJson.Of(decision),
            "markdown" => DecisionMarkdown.Of(decision),
            _ => DecisionText.Of(decision, Colours.For(call.Shell)),
        });
        return ExitOf(decision);
    }

    private static async Task<Decision> Decision(CheckOptions options, VerbCall call)
    {
        var cancellationToken = call.CancellationToken;
        var directory = Path.GetFullPath(options.Repo ?? ".", call.Shell.Directory);
        var forge = new LocalForge(await GitRepository.Open(directory, cancellationToken));
        var reference = new ChangeReference.LocalBranch(directory, options.Base, options.Head);
        var comparison = await forge.Comparing(reference, cancellationToken);
        var found = options.Policy is { } file
            ? new BasePolicy(FindPolicy.Open(file, call.Shell.Directory).Reading, [])
            : await ReadBasePolicy.Of(forge, comparison, cancellationToken);

        switch (found.Reading)
        {
            case null:
                return Decide.NoPolicy() with
                {
                    Reasons = [$"No {PolicyFiles.Candidates[0]} stands on {comparison.Base}, so nobody is asked."],
                    Remarks = [.. found.Remarks, .. Unmerged(comparison, directory)],
                };
            case PolicyReading.Invalid invalid:
                return Decide.BadPolicy(invalid.Diagnostics);
            case PolicyReading.Valid { Policy: var policy }:
                var gathering = new LocalGathering { Author = options.Author, Manifests = Wanted(policy) };
                var change = await forge.Gather(reference, gathering, cancellationToken);
                return Decide.On(
                    Assess.Change(change with { Remarks = [.. found.Remarks, .. change.Remarks] }, policy),
                    Statements.None,
                    call.Shell.Clock.GetUtcNow());
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Func<ReadOnlySpan<char>, bool>? Wanted(Policy policy) =>
        policy.Discover.Count == 0 ? null : path => Manifests.Reading(path).Overlaps(policy.Discover);

    /// <summary>A policy that waits to be merged decides nothing yet; who wrote it should know.</summary>
    private static IEnumerable<string> Unmerged(Comparison comparison, string directory) =>
        FindPolicy.Root(directory) is { } root && FindPolicy.In(root) is { } path
            ? [$"{path} in the work tree counts once it stands on {comparison.Base}; try it with `--policy {path}`."]
            : [];

    private static ExitCode ExitOf(Decision decision) => decision.State switch
    {
        DecisionState.BadPolicy => ExitCode.Usage,
        DecisionState.NotApplicable or DecisionState.Approved or DecisionState.Overridden => ExitCode.Passes,
        DecisionState.NoPolicy => ExitCode.Passes,
        DecisionState.Waiting or DecisionState.Vetoed => decision.Shadow ? ExitCode.Passes : ExitCode.Blocked,
        DecisionState.Undecided => decision.Shadow ? ExitCode.Passes : ExitCode.Failure,
    };
}
