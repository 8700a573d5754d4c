using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Workflow;

/// <summary>What the steps that follow can read of a decision.</summary>
internal static class StepOutputs
{
    /// <param name="head">Null where it could not be read.</param>
    /// <param name="check">The name of the check that shows the decision.</param>
    /// <param name="report">The path of the decision as JSON; empty where it could not be kept.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(
        Decision decision, Sha? head, string check, string report) =>
    [
        ("state", decision.State.Name()),
        ("tier", decision.Assessment?.Risk.Tier.Name ?? ""),
        ("provenance", decision.Assessment?.Provenance.Verdict.Name() ?? ""),
        ("required-approvals", $"{Most(decision, requirement => requirement.Approvals)}"),
        ("missing-approvals", $"{Most(decision, requirement => requirement.Missing)}"),
        ("shadow", decision.Shadow ? "true" : "false"),
        ("check", check),
        ("sentence", DecisionSentence.Of(decision)),
        ("head", head?.ToString() ?? ""),
        ("report", report),
    ];

    /// <summary>
    /// One approval can meet several rules, so the rule that asks most says how many people it takes.
    /// </summary>
    private static int Most(Decision decision, Func<Requirement, int> count) =>
        decision.Requirements.Select(count).DefaultIfEmpty(0).Max();
}
