using ChangeSentinel.GitHub;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Doctor;

/// <summary>Whether the branch lets nothing in without the check, and whose check it takes.</summary>
internal sealed class ExamineRules
{
    /// <summary>GitHub Actions itself, as which every workflow writes its checks.</summary>
    private const long Actions = 15368;

    private readonly Examined examined;
    private readonly string check;

    private ExamineRules(Examined examined, string check)
    {
        this.examined = examined;
        this.check = check;
    }

    /// <param name="check">The name of the check that shows decisions about this branch.</param>
    public static async Task<IReadOnlyList<Finding>> Of(
        Examined examined, string check, Task<BranchReply?> branch, Task<RuleReply[]?> rules,
        CancellationToken cancellationToken)
    {
        var examination = new ExamineRules(examined, check);
        var found = await rules;
        var requiring = (found ?? []).Where(rule => Required(rule, check) is not null).ToList();
        var protection = await Protection(branch);
        var required = protection?.Checks?.FirstOrDefault(each => each.Context == check);
        if (protection?.EnforcementLevel is "off")
            required = null;
        if (requiring is [] && required is null)
            return [examination.NotRequired(found is null)];

        var bypass = await Task.WhenAll(
            requiring.Select(rule => rule.RulesetId).OfType<long>().Distinct()
                .Select(id => examination.Bypass(id, cancellationToken)));
        return
        [
            Finding.Fine("check", $"'{check}' is required on {examined.Base}."),
            .. requiring.Take(1).Select(rule => examination.Source("ruleset", Required(rule, check)!.IntegrationId)),
            .. required is null ? [] : new[] { examination.Source("protection", required.AppId) },
            .. protection?.EnforcementLevel is "non_admins" && required is not null
                ? [AdminsPass()]
                : Array.Empty<Finding>(),
            .. bypass,
        ];
    }

    private static RuleCheck? Required(RuleReply rule, string check) => rule.Type is "required_status_checks"
        ? rule.Parameters?.RequiredStatusChecks?.FirstOrDefault(each => each.Context == check)
        : null;

    private static async Task<RequiredChecksReply?> Protection(Task<BranchReply?> branch)
    {
        try
        {
            return (await branch)?.Protection?.RequiredStatusChecks;
        }
        catch (ForgeException)
        {
            // What reads the branch itself tells why it can't.
            return null;
        }
    }

    private Finding NotRequired(bool unseen) => unseen
        ? Finding.Unseen(
            "check", $"The token may not see which checks {examined.Base} requires.",
            $"Look in Settings, Rules that '{check}' is required.")
        : Finding.ToFix(
            "check", $"'{check}' is not required on {examined.Base}, so nothing is ever blocked.",
            $"Add a ruleset for {examined.Base} that requires the status check '{check}', with its source pinned.");

    private Finding Source(string where, long? app) => app switch
    {
        null or <= 0 => Finding.ToFix(
            where, $"Anybody who may write statuses can forge '{check}': its source is not pinned.",
            "Choose the app behind the check as its source: ChangeSentinel's own with a bot, else GitHub Actions."),
        Actions => Finding.Fine(
            where, $"'{check}' counts from GitHub Actions alone; every workflow writes as it, so only a bot's own app "
            + "keeps a workflow from forging it."),
        _ => Finding.Fine(where, $"'{check}' counts from app {app} alone."),
    };

    private static Finding AdminsPass() => Finding.ToFix(
        "protection", "Administrators merge without the check.",
        "Switch on 'Do not allow bypassing the above settings' in the branch's protection.");

    private async Task<Finding> Bypass(long ruleset, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await examined.Api.Find(
                $"{examined.Root}/rulesets/{ruleset}", RestReplies.Default.RulesetReply, cancellationToken);
            return reply switch
            {
                { BypassActors: [], Name: var name } => Finding.Fine("bypass", $"Nobody bypasses ruleset '{name}'."),
                { BypassActors: { } actors, Name: var name } => Finding.ToFix(
                    "bypass",
                    $"Ruleset '{name}' can be bypassed by {Wording.Count(actors.Count, "entry", "entries")}: "
                    + $"{string.Join(", ", actors.Select(Named).Distinct(StringComparer.Ordinal))}.",
                    "Empty the bypass list, or know that these pass without anybody asked."),
                _ => Hidden(ruleset),
            };
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden)
        {
            return Hidden(ruleset);
        }
    }

    private static string Named(BypassReply actor) =>
        $"{actor.ActorType ?? "somebody"} ({actor.BypassMode ?? "always"})";

    private static Finding Hidden(long ruleset) => Finding.Unseen(
        "bypass", $"The token may not see who bypasses ruleset {ruleset}.",
        "Look in Settings, Rules, or use a token that may write rulesets.");
}
