using ChangeSentinel.Changes;
using ChangeSentinel.Services;

namespace ChangeSentinel.Risks;

/// <summary>
/// Judges how far a change reaches: the highest of everything that asks for a tier, never an average.
/// </summary>
public static class AssessRisk
{
    public static Risk Of(
        Known<IReadOnlyList<ChangedFile>> files,
        RiskRules rules,
        Known<ServiceGraph> graph,
        IReadOnlyList<Hazard> hazards)
    {
        var changed = files.Or([]);
        IReadOnlyList<string> touchedPaths =
            [.. changed.SelectMany(file => file.Paths).Distinct(StringComparer.Ordinal)];
        IReadOnlyList<PathRisk> paths = [.. touchedPaths.Select(path => At(path, rules))];
        var reach = Reach.Of(touchedPaths, graph);
        var measures = new Measures(LinesOf(changed), hazards, reach);

        IEnumerable<TierReason> reasons =
        [
            .. paths.SelectMany(path => path.Reasons),
            .. changed.Count > 0 ? rules.Raise.SelectMany(rule => Raised(rule, measures)) : [],
        ];
        if (files is Known<IReadOnlyList<ChangedFile>>.Unknown unknown)
            reasons = [Unbounded(rules.Tiers.Top, unknown.Reason)];

        IReadOnlyList<TierReason> ordered = [.. reasons.OrderByDescending(reason => reason.Tier.Rank)];
        return new()
        {
            Tier = ordered is [var highest, ..] ? highest.Tier : rules.Tiers.Lowest,
            Reasons = ordered,
            Paths = paths,
            Hazards = hazards,
            Touched = reach.Touched,
            Downstream = reach.Downstream,
            LinesChanged = measures.Lines,
        };
    }

    private static PathRisk At(string path, RiskRules rules)
    {
        var line = rules.Paths.Deciding(path);
        var baseline = rules.BaselinePaths?.Deciding(path);
        IReadOnlyList<PathTier> deciding = [.. new[] { line, baseline }.OfType<PathTier>().Distinct()];
        var guarded = rules.Guarded.Contains(path);
        List<TierReason> reasons = [.. deciding.Select(each => ByLine(path, each))];
        if (deciding.Count == 0)
            reasons.Add(BuiltIn(path, rules.Tiers.Top, "no line matches", "no line of the policy matches it"));
        else if (guarded && !deciding.All(each => GuardedPaths.NamesExplicitly(each.Pattern, path)))
            reasons.Add(BuiltIn(
                path, rules.Tiers.Top, "guarded file", "it decides how changes are judged and no line names it"));

        return new(path, reasons.Max(reason => reason.Tier), line, baseline) { Guarded = guarded, Reasons = reasons };
    }

    private static TierReason ByLine(string path, PathTier line) =>
        new(line.Tier, path, line.Pattern.Text, line.Place)
        {
            Sentence = $"{path} is {line.Tier}: {line.Place} says so for {line.Pattern.Text}.",
        };

    private static TierReason BuiltIn(string path, Tier top, string rule, string why) =>
        new(top, path, rule, null) { Sentence = $"{path} is {top}, because {why}." };

    private static TierReason Unbounded(Tier top, string why) =>
        new(top, "files unknown", "unknown files", null)
        {
            Sentence = $"No tier below {top} is certain: the changed files are unknown, because {why}.",
        };

    /// <summary>The reason a rule gives, where all of its conditions hold.</summary>
    private static IEnumerable<TierReason> Raised(RaiseRule rule, Measures measures)
    {
        List<(string Subject, string Rule)?> conditions = [];
        if (rule.Dependents is { } dependents)
            conditions.Add(measures.Dependents(dependents));
        if (rule.Hazards.Count > 0)
            conditions.Add(measures.Hazardous(rule.Hazards));
        if (rule.Lines is { } lines)
            conditions.Add(measures.Long(lines));
        if (conditions.Any(condition => condition is null))
            yield break;

        var subject = string.Join(", ", conditions.Select(condition => condition!.Value.Subject));
        var words = string.Join(" and ", conditions.Select(condition => condition!.Value.Rule));
        yield return new(rule.To, subject, words, rule.Place)
        {
            Sentence = $"The change is {rule.To} for {subject}: {rule.Place} asks for it ({words}).",
        };
    }

    /// <summary>Lines added and removed, held at the largest number an int can say.</summary>
    private static int LinesOf(IReadOnlyList<ChangedFile> files) =>
        (int)Math.Min(int.MaxValue, files.Sum(file => Math.Max(0L, file.Added) + Math.Max(0L, file.Removed)));
}
