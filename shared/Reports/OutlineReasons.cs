using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Reports;

/// <summary>Why it is asked: the rows of an outline about tier, authorship, hazards and reach.</summary>
internal static class OutlineReasons
{
    private const int MostReasons = 8;
    private const int MostSignals = 5;
    private const int MostHazards = 6;
    private const int MostServices = 4;

    public static IEnumerable<OutlineRow> Of(Assessment assessment, string rest) =>
    [
        .. Tier(assessment, rest),
        .. Written(assessment, rest),
        .. Hazards(assessment.Risk.Hazards, rest),
        .. Reaches(assessment.Risk),
    ];

    private static IEnumerable<OutlineRow> Tier(Assessment assessment, string rest)
    {
        var top = assessment.Policy.Tiers.Top.Rank;
        var groups = assessment.Risk.Reasons.GroupBy(reason => (reason.Tier, reason.Rule, reason.Place)).ToList();
        var rows = groups.Take(MostReasons).Select((group, index) =>
        {
            var more = group.Count() - 1;
            var subject = group.First().Subject + (more > 0 ? $", {more:N0} more" : "");
            return new OutlineRow.Fact(
                group.Key.Tier.Name,
                [
                    new(subject, subject.Contains('/') ? CellKind.Path : CellKind.Words),
                    new(group.Key.Place is { } place ? $"{place.File}:{place.Line}" : "built in", CellKind.Path),
                    new(group.Key.Rule, CellKind.Path),
                ])
            {
                Label = index == 0 ? "tier" : "",
                FromTop = top - group.Key.Tier.Rank,
            };
        });

        return groups.Count <= MostReasons ? rows : [.. rows, More(groups.Count - MostReasons, "reason", rest)];
    }

    private static IEnumerable<OutlineRow> Written(Assessment assessment, string rest)
    {
        var provenance = assessment.Provenance;
        var verdict = provenance.Verdict.Name().Replace('-', ' ');
        if (provenance.Signals.Count == 0)
            return [new OutlineRow.Fact(verdict, [new("no mark of AI, which proves nothing")]) { Label = "written" }];

        var commits = assessment.Change.Commits.Or([]).Count;
        var groups = provenance.Signals.GroupBy(signal => (signal.Tool, signal.Strength)).ToList();
        var rows = groups.Take(MostSignals).Select((group, index) => new OutlineRow.Fact(
            index == 0 ? verdict : "",
            [
                new($"{group.Key.Tool}, {group.Key.Strength.Name()}"),
                new($"{Where([.. group], commits)}: {group.First().Quote}", CellKind.Quote),
            ])
        {
            Label = index == 0 ? "written" : "",
        });

        return groups.Count <= MostSignals ? rows : [.. rows, More(groups.Count - MostSignals, "mark", rest)];
    }

    /// <summary>`2 of 3 commits`, `description`, `commit 4be1c0d and 2 more`.</summary>
    public static string Where(IReadOnlyList<Signal> signals, int commits)
    {
        var places = signals.Select(signal => signal.Where)
            .Where(where => where.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var inCommits = places.Count(place => place.StartsWith("commit", StringComparison.Ordinal));
        return places switch
        {
            [] => signals[0].Kind.Name(),
            _ when inCommits == places.Count && commits > 1 =>
                $"{inCommits} of {Wording.Count(commits, "commit")}",
            [var only] => only,
            [var first, ..] => $"{first} and {places.Count - 1} more",
        };
    }

    private static IEnumerable<OutlineRow> Hazards(IReadOnlyList<Hazard> hazards, string rest)
    {
        var rows = hazards.Take(MostHazards).Select((hazard, index) => new OutlineRow.Fact(
            index == 0 ? $"{hazards.Count:N0}" : "",
            [
                new($"{hazard.File}:{hazard.Line}{(hazard.Removed ? " (removed)" : "")}", CellKind.Path),
                new(hazard.Why),
            ])
        {
            Label = index == 0 ? "hazards" : "",
        });

        return hazards.Count <= MostHazards ? rows : [.. rows, More(hazards.Count - MostHazards, "hazard", rest)];
    }

    private static IEnumerable<OutlineRow> Reaches(Risk risk)
    {
        var touched = Wording.Some(risk.Touched, MostServices);
        var ask = risk.Touched is [var only] ? $"   (sentinel services {only})" : "   (sentinel services)";
        var line = risk.Downstream switch
        {
            Known<IReadOnlyList<string>>.Unknown { Reason: var reason } =>
                $"{(touched.Length == 0 ? "" : touched + " → ")}unknown, because {reason}",
            Known<IReadOnlyList<string>>.Fact when risk.Touched.Count == 0 => "",
            Known<IReadOnlyList<string>>.Fact { Value.Count: 0 } => $"{touched}, nothing downstream",
            _ => $"{touched} → {Wording.Some(risk.Downstream.Or([]), MostServices)}{ask}",
        };
        return line.Length == 0 ? [] : [new OutlineRow.Line(line) { Label = "reaches" }];
    }

    private static OutlineRow.Line More(int count, string one, string rest) =>
        new($"… {Wording.Count(count, "more " + one)}, {rest}") { Label = "" };
}
