using ChangeSentinel.Changes;
using ChangeSentinel.GitHub;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Doctor;

/// <summary>The policy that judges what goes into the branch, with the teams it names.</summary>
/// <param name="Policy">Null where there is none that can be read.</param>
internal sealed record ExaminedPolicy(Policy? Policy, IReadOnlyList<Finding> Findings);

/// <summary>Whether the branch has a policy, whether it is valid, and whether its teams answer.</summary>
internal static class ExaminePolicy
{
    public static async Task<ExaminedPolicy> Of(Examined examined, CancellationToken cancellationToken)
    {
        var files = await Candidates(examined, examined.Base, cancellationToken);
        if (files is [] && examined.Base != examined.DefaultBranch)
            files = await Candidates(examined, examined.DefaultBranch, cancellationToken);
        if (files is not [var file, ..])
            return new(null, [Finding.ToFix(
                "policy", $"Neither {examined.Base} nor the default branch has a policy, so nobody is ever asked.",
                $"Run 'sentinel init' and merge the {PolicyFiles.Candidates[0]} it writes.")]);

        var (baseline, missing) = await Baseline(examined, file, cancellationToken);
        if (missing is not null)
            return new(null, [missing]);
        switch (PolicyParser.Parse(file, baseline))
        {
            case PolicyReading.Invalid { Diagnostics: var diagnostics }:
                return new(null, [Finding.ToFix(
                    "policy", diagnostics[0].ToString(),
                    $"Correct it on {examined.Base}; 'sentinel validate {file.Path}' names every mistake "
                    + $"({DiagnosticText.Summary(diagnostics)}).")]);
            case PolicyReading.Valid { Policy: var policy }:
                return new(policy, [.. Valid(policy), .. Second(files), .. await Teams(examined, policy, cancellationToken)]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
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

    private static Task<IReadOnlyList<SourceFile>> Candidates(
        Examined examined, string branch, CancellationToken cancellationToken) =>
        ReadFiles.Texts(examined, branch, PolicyFiles.Candidates, cancellationToken);

    private static async Task<(SourceFile? File, Finding? Missing)> Baseline(
        Examined examined, SourceFile policy, CancellationToken cancellationToken)
    {
        if (ReadExtends.In(policy) is not { } extends || BaselineReference.Parse(extends) is not { } reference)
            return default;
        var (repository, path, commit) = reference switch
        {
            BaselineReference.Local local => (examined.Repository, local.Path, examined.Base),
            BaselineReference.Remote remote => (remote.Repository, remote.Path, remote.Ref),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var files = await ReadFiles.Texts(
            examined with { Repository = repository }, commit, [path], cancellationToken);
        return files is [var file] ? (file, null) : (null, Finding.ToFix(
            "policy", $"The baseline '{extends}' can't be read, so every change is blocked.",
            "Correct 'extends', or give the token 'contents: read' on the baseline's repository."));
    }

    private static async Task<IReadOnlyList<Finding>> Teams(
        Examined examined, Policy policy, CancellationToken cancellationToken)
    {
        var teams = Named(policy).Where(name => name is ['@', .. var rest] && rest.Contains('/', StringComparison.Ordinal))
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
}
