using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Decisions;

/// <summary>Holds a rule of the policy against a change.</summary>
internal static class ReadRule
{
    public static RuleReading Of(
        RequireRule rule, Assessment assessment, ProvenanceVerdict verdict, AuthorStanding author)
    {
        IReadOnlyList<RuleReading?> readings =
        [
            Ai(rule, verdict),
            OfTier(rule, assessment.Risk.Tier),
            Author(rule, author),
            Paths(rule, assessment.Risk),
            Services(rule, assessment.Risk),
            Hazards(rule, assessment.Risk),
        ];
        if (readings.OfType<RuleReading.Fails>().FirstOrDefault() is { } fails)
            return fails;
        IReadOnlyList<string> because =
            [.. readings.OfType<RuleReading.Holds>().SelectMany(reading => reading.Because)];
        return new RuleReading.Holds(because is [] ? ["it holds for every change"] : because);
    }

    private static RuleReading? Ai(RequireRule rule, ProvenanceVerdict verdict) => rule.Ai switch
    {
        AiCondition.Any => null,
        AiCondition.AgentOrAssisted => Reading(
            verdict is ProvenanceVerdict.Agent or ProvenanceVerdict.Assisted,
            verdict is ProvenanceVerdict.Agent ? "made by an agent" : "AI-assisted",
            "it carries no mark of AI"),
        AiCondition.AgentOnly => Reading(
            verdict is ProvenanceVerdict.Agent, "made by an agent", "no agent made it"),
        AiCondition.Neither => Reading(
            verdict is ProvenanceVerdict.None or ProvenanceVerdict.DeclaredHuman, "made without AI", "AI was used"),
    };

    private static RuleReading? OfTier(RequireRule rule, Tier tier) =>
        rule.Tier is { } least ? Reading(tier >= least, $"{tier} tier", $"{tier} is below {least}") : null;

    private static RuleReading? Author(RequireRule rule, AuthorStanding author) => rule.AuthorBelow is { } rung
        ? Reading(author.Rank < rung.Rank, $"author below {rung.Name}", $"its author is not below {rung.Name}")
        : null;

    private static RuleReading? Paths(RequireRule rule, Risk risk)
    {
        if (rule.Paths.Count == 0)
            return null;
        IReadOnlyList<string> touched =
            [.. risk.Paths.Select(path => path.Path).Where(path => rule.Paths.Any(each => each.Matches(path)))];
        return Reading(touched.Count > 0, $"touches {Listing.Of(touched, 2)}", "none of its paths is touched");
    }

    private static RuleReading? Services(RequireRule rule, Risk risk)
    {
        if (rule.Services.Count == 0)
            return null;
        if (risk.Downstream is Known<IReadOnlyList<string>>.Unknown unknown)
            return new RuleReading.Holds([$"the services are unknown ({unknown.Reason})"]);
        IReadOnlyList<string> touched = [.. risk.Touched.Intersect(rule.Services, StringComparer.Ordinal)];
        return Reading(touched.Count > 0, $"touches {Listing.Of(touched, 2)}", "none of its services is touched");
    }

    private static RuleReading? Hazards(RequireRule rule, Risk risk)
    {
        if (rule.Hazards.Count == 0)
            return null;
        IReadOnlyList<string> found =
        [
            .. risk.Hazards.Select(hazard => hazard.Kind).Where(rule.Hazards.Contains).Distinct()
                .Select(kind => kind.Name()),
        ];
        return Reading(found.Count > 0, Listing.Of(found, 2), "none of its hazards was found");
    }

    private static RuleReading Reading(bool holds, string because, string why) =>
        holds ? new RuleReading.Holds([because]) : new RuleReading.Fails(why);
}
