using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Decisions;

/// <summary>Finds what a policy asks of a change, and how much of it is met.</summary>
internal static class FindRequirements
{
    /// <summary>The built-in rule first, then the policy's in its order; none that asks nobody.</summary>
    public static IReadOnlyList<Requirement> Of(Hearing hearing)
    {
        var assessment = hearing.Assessment;
        return
        [
            .. BuiltIn(hearing),
            .. assessment.Policy.Require
                .Select(rule => (rule, reading: Read(rule, hearing) as RuleReading.Holds))
                .Where(pair => pair.reading is not null)
                .Select(pair => Weigh(pair.rule, OwnersFor(pair.rule, assessment), pair.reading!.Because, hearing))
                .Where(AsksSomebody),
        ];
    }

    /// <summary>Why each rule of the policy that does not hold asks nobody; whole sentences.</summary>
    public static IReadOnlyList<string> Failing(Hearing hearing) =>
    [
        .. hearing.Assessment.Policy.Require
            .Select(rule => (rule, reading: Read(rule, hearing) as RuleReading.Fails))
            .Where(pair => pair.reading is not null)
            .Select(pair => $"{RuleText.Name(pair.rule)} asks nobody: {pair.reading!.Why}."),
    ];

    private static RuleReading Read(RequireRule rule, Hearing hearing) =>
        ReadRule.Of(rule, hearing.Assessment, hearing.Authorship.Verdict, hearing.Author);

    private static IEnumerable<Requirement> BuiltIn(Hearing hearing)
    {
        IReadOnlyList<string> guarded =
            [.. hearing.Assessment.Risk.Paths.Where(path => path.Guarded).Select(path => path.Path)];
        if (guarded.Count == 0)
            yield break;
        var rule = new RequireRule { Approvals = 1, From = hearing.Assessment.Policy.Seniority.Top, Owners = true };
        IReadOnlyList<PathOwners> owned =
            [.. hearing.Assessment.Owned.Where(each => each.Guarded && !each.AsksNobody)];
        yield return Weigh(rule, owned, [$"changes {Listing.Of(guarded, 2)}"], hearing) with { BuiltIn = true };
    }

    private static IReadOnlyList<PathOwners> OwnersFor(RequireRule rule, Assessment assessment) => rule.Owners
        ?
        [
            .. assessment.Owned.Where(each => !each.NewSide && !each.AsksNobody)
                .Where(each => rule.Tier is not { } least || each.Tier >= least),
        ]
        : [];

    private static Requirement Weigh(
        RequireRule rule, IReadOnlyList<PathOwners> owned, IReadOnlyList<string> because, Hearing hearing)
    {
        var doubled = rule.Approvals == 1 && hearing.AgentWithoutHuman;
        var ask = new Ask(rule, doubled ? 2 : rule.Approvals, hearing.Assessment.Policy.Digest);
        var tally = Tally.Of(ask, owned, hearing.Votes, hearing.Electorate);
        return new()
        {
            Rule = rule,
            Approvals = ask.Approvals,
            Because = doubled ? [.. because, "nobody is known to have started the agent"] : because,
            MetBy = tally.Counting,
            Missing = tally.Missing,
            OwnersMetBy = tally.OwnersCounting,
            OwnersMissing = tally.OwnersMissing,
            OwnersMissingOnce = [.. tally.OwnersMissing.DistinctBy(RuleText.Owners, StringComparer.Ordinal)],
            UnmetOwners = [.. tally.OwnersMissing.Select(each => each.Path).Distinct(StringComparer.Ordinal)],
            Met = tally.IsMet,
        };
    }

    private static bool AsksSomebody(Requirement requirement) =>
        requirement.Approvals > 0 || requirement.OwnersMissing.Count > 0 || requirement.OwnersMetBy.Count > 0;
}
