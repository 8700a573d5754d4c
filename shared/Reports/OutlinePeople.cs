using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>Of whom it is asked: the rows of an outline about people.</summary>
internal static class OutlinePeople
{
    private const int MostPeople = 6;
    private const int MostOwners = 4;

    public static IEnumerable<OutlineRow> Of(Decision decision)
    {
        if (decision.Requirements.Count == 0)
            return [];

        IReadOnlyList<string> lines = [Eligible(decision), Unread(decision), Not(decision)];
        return
        [
            .. lines.Where(line => line.Length > 0)
                .Select((line, index) => new OutlineRow.Line(line) { Label = index == 0 ? "who" : "" }),
            .. Owners(decision),
        ];
    }

    private static string Eligible(Decision decision)
    {
        var groups = decision.Candidates
            .Where(candidate => candidate.Eligible)
            .GroupBy(candidate => candidate.Rung, StringComparer.Ordinal)
            .Select(group => (Names: Wording.Some([.. Names(group)], MostPeople), Rung: group.Key))
            .Select(group => group.Rung is null ? group.Names : $"{group.Names} ({group.Rung})");
        return string.Join("; ", groups);
    }

    private static string Unread(Decision decision) => decision.UnreadGroups.Count == 0
        ? ""
        : $"members of {Wording.Some(decision.UnreadGroups, MostPeople)}, who could not be read here";

    private static string Not(Decision decision)
    {
        IReadOnlyList<string> excluded =
        [
            .. decision.Candidates
                .Where(candidate => !candidate.Eligible)
                .Select(candidate => $"{candidate.Person.Display}, {candidate.Why}"),
        ];
        return excluded.Count == 0
            ? ""
            : "not: " + string.Join("; ", excluded.Take(MostPeople))
                + (excluded.Count > MostPeople ? $" … {excluded.Count - MostPeople:N0} more" : "");
    }

    private static IEnumerable<OutlineRow> Owners(Decision decision)
    {
        IReadOnlyList<string> paths =
        [
            .. decision.Requirements.SelectMany(one => one.UnmetOwners).Distinct(StringComparer.Ordinal),
        ];
        return paths.Take(MostOwners).Select((path, index) => new OutlineRow.Fact(
            index == 0 ? $"{paths.Count:N0}" : "",
            [
                new(path, CellKind.Path),
                new("lacks an owner's approval: " + Named(decision, path)),
            ])
        {
            Label = index == 0 ? "owners" : "",
        });
    }

    private static string Named(Decision decision, string path) =>
        decision.Assessment?.Owners.TryGetValue(path, out var owners) is true
            ? Wording.Or(owners)
            : "nobody is named";

    private static IEnumerable<string> Names(IEnumerable<Candidate> candidates) =>
        candidates.Select(candidate => candidate.Person.Display).Distinct(StringComparer.OrdinalIgnoreCase);
}
