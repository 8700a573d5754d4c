using ChangeSentinel.Approvals;

namespace ChangeSentinel.Decisions;

/// <summary>The overrides of a change that count, why others don't, and whether they let it pass.</summary>
internal sealed record JudgedOverrides(IReadOnlyList<Override> Counting, bool Pass, IReadOnlyList<string> Remarks);

/// <summary>Judges who may let a head pass without the approvals it needs.</summary>
internal static class JudgeOverrides
{
    public static JudgedOverrides Of(Hearing hearing)
    {
        var needed = Needed(hearing);
        var judged = hearing.Statements.Overrides.Select(wish => (wish, why: WhyNot(wish, hearing))).ToList();
        var counting = judged.Where(pair => pair.why is null).Select(pair => pair.wish).ToList();
        var people = DistinctPeople.Of(counting, wish => wish.Person).Count;
        var refusals = judged.Where(pair => pair.why is not null)
            .Select(pair => $"{pair.wish.Person.Display}'s {pair.why}.");
        return new(
            counting,
            people >= needed,
            people > 0 && people < needed
                ? [.. refusals, $"An override of the top tier takes {needed} people; {people} asked for it."]
                : [.. refusals]);
    }

    /// <summary>How many people it takes: two for the top tier, else one.</summary>
    public static int Needed(Hearing hearing)
    {
        var assessment = hearing.Assessment;
        return assessment.Risk.Tier >= assessment.Policy.Tiers.Top ? 2 : 1;
    }

    private static string? WhyNot(Override wish, Hearing hearing)
    {
        var electorate = hearing.Electorate;
        if (wish.Head != hearing.Assessment.Change.Head)
            return $"override was for {wish.Head.Short}";
        if (string.IsNullOrWhiteSpace(wish.Reason))
            return "override gives no reason";
        if (Eligibility.Exclusion(wish.Person, electorate) is { } exclusion)
            return $"override does not count: {wish.Person.Display} {exclusion}";
        if (Eligibility.TooLow(wish.Person, hearing.Assessment.Policy.Seniority.Top, electorate) is { } low)
            return $"override does not count: {wish.Person.Display} {low}";
        return hearing.Statements.OpenAfterReviews.Any(person => PersonMarks.MayBeSame(person, wish.Person))
            ? "override is refused while the after-review of an earlier one is open"
            : null;
    }
}
