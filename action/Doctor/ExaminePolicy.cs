using ChangeSentinel.Changes;
using ChangeSentinel.GitHub;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Doctor;

/// <summary>What the policies of a repository come to.</summary>
/// <param name="Naming">
/// The default branch's own, which alone names checks; null where it has none that can be read.
/// </param>
/// <param name="Findings">About the policy that judges what goes into the branch.</param>
internal sealed record ExaminedPolicy(Policy? Naming, IReadOnlyList<Finding> Findings);

/// <summary>Whether the branch has a policy, whether it is valid, and whether its teams answer.</summary>
internal static class ExaminePolicy
{
    public static async Task<ExaminedPolicy> Of(Examined examined, CancellationToken cancellationToken)
    {
        var main = Read(examined, examined.DefaultBranch, cancellationToken);
        var own = examined.Base == examined.DefaultBranch ? main : Read(examined, examined.Base, cancellationToken);
        var naming = await main is { Reading: PolicyReading.Valid { Policy: var valid } } ? valid : null;
        var judging = await own is { Files: [_, ..] } found ? found : await main;
        if (judging.Files is [])
            return new(naming, [Finding.ToFix(
                "policy", $"Neither {examined.Base} nor the default branch has a policy, so nobody is ever asked.",
                $"Run 'sentinel init' and merge the {PolicyFiles.Candidates[0]} it writes.")]);
        return judging.Reading switch
        {
            null => new(naming, [Finding.ToFix(
                "policy",
                $"The baseline that {judging.Files[0].Path} extends can't be read, so every change is blocked.",
                "Correct 'extends', or give the token 'contents: read' on the baseline's repository.")]),
            PolicyReading.Invalid { Diagnostics: var diagnostics } => new(naming, [Finding.ToFix(
                "policy", diagnostics[0].ToString(),
                $"Correct it on {judging.Branch}; 'sentinel validate {judging.Files[0].Path}' names every mistake "
                + $"({DiagnosticText.Summary(diagnostics)}).")]),
            PolicyReading.Valid { Policy: var policy } => new(naming,
            [
                .. Valid(policy),
                .. Second(judging.Files),
                .. await Teams(examined, policy, cancellationToken),
            ]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// The policy of a branch; its reading is null where its baseline can't be read, or there is none.
    /// </summary>
    private static async Task<BranchPolicy> Read(
        Examined examined, string branch, CancellationToken cancellationToken)
    {
        var files = await ReadFiles.Texts(examined, branch, PolicyFiles.Candidates, cancellationToken);
        if (files is not [var file, ..])
            return new(branch, [], null);
        if (ReadExtends.In(file) is not { } extends || BaselineReference.Parse(extends) is not { } reference)
            return new(branch, files, PolicyParser.Parse(file));
        var (repository, path, commit) = reference switch
        {
            BaselineReference.Local local => (examined.Repository, local.Path, branch),
            BaselineReference.Remote remote => (remote.Repository, remote.Path, remote.Ref),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var found = await ReadFiles.Texts(
            examined with { Repository = repository }, commit, [path], cancellationToken);
        return new(branch, files, found is [var baseline] ? PolicyParser.Parse(file, baseline) : null);
    }

    private static IEnumerable<Finding> Valid(Policy policy)
    {
        yield return Finding.Fine("policy", $"{policy.File} is valid.");
        if (policy.Mode is PolicyMode.Shadow)
            yield return Finding.Fine("policy", "It says 'mode: shadow': it reports and never blocks.");
    }

    private static IEnumerable<Finding> Second(IReadOnlyList<SourceFile> files) => files.Skip(1).Select(
        second => Finding.ToFix(
            "policy", $"{second.Path} is not read: {files[0].Path} comes first.", "Remove one of both."));

    private static async Task<IReadOnlyList<Finding>> Teams(
        Examined examined, Policy policy, CancellationToken cancellationToken)
    {
        var teams = Named(policy)
            .Where(name => name is ['@', .. var rest] && rest.Contains('/', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase);
        return await Task.WhenAll(teams.Select(team => Team(examined, team, cancellationToken)));
    }

    private static IEnumerable<string> Named(Policy policy) =>
    [
        .. policy.Seniority.Rungs.SelectMany(rung => rung.Members),
        .. policy.Paths.Lines.SelectMany(line => line.Owners),
        .. policy.BaselinePaths?.Lines.SelectMany(line => line.Owners) ?? [],
        .. policy.Services.SelectMany(service => service.Owners),
    ];

    private static async Task<Finding> Team(Examined examined, string team, CancellationToken cancellationToken)
    {
        var parts = team[1..].Split('/');
        var path = $"orgs/{Uri.EscapeDataString(parts[0])}/teams/{Uri.EscapeDataString(parts[^1])}/members?per_page=1";
        try
        {
            return await examined.Api.Find(path, RestReplies.Default.PresenceReplyArray, cancellationToken) is not null
                ? Finding.Fine("team", $"{team} answers.")
                : Finding.ToFix(
                    "team", $"{team} answers 404: there is no such team, or this token can't see it.",
                    "Correct its name in the policy, or use a token that reads the organisation's members "
                    + "(the workflow's own never does; the Action takes such a one as 'members-token').");
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden)
        {
            return Finding.Unseen(
                "team", $"The token may not read the members of {team}.",
                "Use one that reads the organisation's members; the Action takes it as 'members-token'.");
        }
    }

    private sealed record BranchPolicy(string Branch, IReadOnlyList<SourceFile> Files, PolicyReading? Reading);
}
