using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>What a decision still asks, of whom, and what to do about it, in words.</summary>
public static class Outstanding
{
    /// <summary>Those who can approve and have not yet, by the name people know.</summary>
    public static IReadOnlyList<string> Approvers(Decision decision) =>
    [
        .. decision.Candidates
            .Where(candidate => candidate.Eligible)
            .Where(candidate => !decision.Counted.Any(given => given.Person.IsSameAs(candidate.Person)))
            .Select(candidate => candidate.Person.Display)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>How many approvals of a requirement are missing.</summary>
    public static int Missing(Requirement requirement) =>
        Math.Max(0, requirement.Approvals - requirement.MetBy.Count);

    /// <summary>`2 approvals from senior, on GitHub, and an owner's of each guarded path`.</summary>
    public static string Ask(Requirement requirement)
    {
        var rule = requirement.Rule;
        var owners = rule.Owners || requirement.UnmetOwners.Count > 0;
        if (requirement.Approvals == 0)
            return owners ? "an owner's approval of each guarded path" : "nothing";

        return Wording.Count(requirement.Approvals, "approval")
            + Of(rule)
            + (owners ? ", and an owner's of each guarded path" : "");
    }

    /// <summary>What is still missing: `1 more approval from senior`, `an owner's approval of infra/a.tf`.</summary>
    public static string Open(Requirement requirement)
    {
        var missing = requirement.Missing;
        var more = missing > 0 && missing < requirement.Approvals ? "more " : "";
        var asked = missing == 0
            ? ""
            : Wording.Count(missing, more + "approval") + Of(requirement.Rule);
        return requirement.UnmetOwners switch
        {
            [] => asked.Length == 0 ? Ask(requirement) : asked,
            [var only] => Joined(asked, $"an owner's approval of {only}"),
            _ => Joined(asked, $"an owner's approval of {requirement.UnmetOwners.Count:N0} files"),
        };
    }

    /// <summary>What the reader can do now; empty where nothing is left to do.</summary>
    public static string Next(Decision decision) => decision.State switch
    {
        DecisionState.NotApplicable or DecisionState.Approved => "",
        DecisionState.Waiting => Waiting(decision),
        DecisionState.Vetoed => ClearVeto(decision),
        DecisionState.Overridden =>
            "The after-review is open: somebody eligible reads the change once it is out.",
        DecisionState.Undecided =>
            "Make the missing facts readable and decide again; until then only `/override` passes it.",
        DecisionState.NoPolicy =>
            "`sentinel init` writes a first policy from CODEOWNERS and the tree.",
        DecisionState.BadPolicy =>
            "Correct the policy on the base branch; `sentinel validate` names every error at once.",
    };

    private static string Of(RequireRule rule) =>
        (rule.From is { } rung ? $" from {rung.Name}" : "")
        + (rule.DistinctTeam ? " of different teams" : "")
        + (rule.Strength is ApprovalStrength.GitHub ? ", on GitHub" : "");

    private static string Joined(string one, string other) => one.Length == 0 ? other : $"{one} and {other}";

    private static string Waiting(Decision decision)
    {
        if (decision.Deadlock is { } deadlock)
            return deadlock;

        var approvers = Approvers(decision);
        var who = approvers.Count > 0 ? Wording.Or([.. approvers.Take(4)]) : "somebody eligible";
        var head = decision.Assessment?.Change.Head.Short ?? "the head";
        return decision.Requirements.All(requirement => requirement.Met)
            ? "The author answers what is asked above; then it is decided again."
            : decision.Assessment?.Change.Reference is ChangeReference.PullRequest
                ? $"{who} can approve: review {head}, or comment `/approve {head}`."
                : $"Open a pull request and ask {who} to approve {head}; nothing can be approved locally.";
    }

    private static string ClearVeto(Decision decision)
    {
        var who = decision.Vetoes is [var veto, ..] ? veto.Person.Display : "who vetoed";
        return $"{who} clears it with `/unapprove` or a later approval, "
            + $"or somebody of a higher rung with `/unapprove @{who}`.";
    }
}
