using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

/// <summary>What the detectors make of one case, by the matching rule of Cases/README.md.</summary>
/// <param name="Missed">Expectations that no report met.</param>
/// <param name="FalseAlarms">Reports that meet nothing and repeat nothing.</param>
public sealed record CaseScore(
    HazardCase Case, IReadOnlyList<ExpectedHazard> Missed, IReadOnlyList<Hazard> FalseAlarms)
{
    private const int Near = 3;

    public static CaseScore Of(HazardCase one)
    {
        var files = ChangedFiles(one);
        var places = Places(files);
        var reports = FindHazards.In(files).ToList();
        List<ExpectedHazard> missed = [];
        List<Hazard> answering = [];
        foreach (var expected in one.Expected)
        {
            var met = reports.Except(answering)
                .Where(report => Meets(report, expected))
                .OrderBy(report => Distance(report, expected))
                .FirstOrDefault();
            if (met is null)
                missed.Add(expected);
            else
                answering.Add(met);
        }

        var alarms = reports.Where(report => !one.Expected.Any(expected => Meets(report, expected)));
        return new(one, missed, [.. alarms]);

        bool Meets(Hazard report, ExpectedHazard expected) =>
            report.Kind == expected.Kind && report.File == expected.Path
            && places.TryGetValue((report.File, report.Line, report.Removed), out var here)
            && places.TryGetValue((expected.Path, expected.Line, expected.Removed), out var there)
            && here.Run == there.Run && Math.Abs(here.At - there.At) <= Near;

        int Distance(Hazard report, ExpectedHazard expected) =>
            Math.Abs(places[(report.File, report.Line, report.Removed)].At
                - places[(expected.Path, expected.Line, expected.Removed)].At);
    }

    /// <summary>The files of a case as a forge would hand them over.</summary>
    public static IReadOnlyList<ChangedFile> ChangedFiles(HazardCase one) =>
    [
        .. one.Diff.Split("diff --git ").Skip(1).Zip(CaseFile.Of(one), (section, file) => new ChangedFile
        {
            Change = section.Contains("\nnew file mode", StringComparison.Ordinal) ? FileChange.Added
                : section.Contains("\ndeleted file mode", StringComparison.Ordinal) ? FileChange.Removed
                : file.OldPath == file.NewPath ? FileChange.Modified : FileChange.Renamed,
            Old = section.Contains("\nnew file mode", StringComparison.Ordinal) ? null : Version(file.OldPath),
            New = section.Contains("\ndeleted file mode", StringComparison.Ordinal) ? null : Version(file.NewPath),
            Patch = file.Patch,
        }),
    ];

    private static FileVersion Version(string path) => new(path, "100644", Sha.Parse(new string('a', 40)));

    /// <summary>Each changed line's run and its place in the diff.</summary>
    private static Dictionary<(string File, int Line, bool Removed), (int Run, int At)> Places(
        IReadOnlyList<ChangedFile> files)
    {
        Dictionary<(string, int, bool), (int, int)> places = [];
        var (run, at) = (0, 0);
        foreach (var file in files)
        {
            foreach (var line in file.Patch.Or(Patch.Empty).Hunks.SelectMany(hunk => hunk.Lines))
            {
                at++;
                if (line.Side is LineSide.Context)
                    run++;
                else if (line.Side is LineSide.Added)
                    places[(file.New!.Path, line.NewNumber, false)] = (run, at);
                else
                    places[(file.Old!.Path, line.OldNumber, true)] = (run, at);
            }

            run++;
        }

        return places;
    }
}

/// <summary>Recall and false alarms over one part of the labelled set.</summary>
public sealed record HazardScore(string Part, IReadOnlyList<CaseScore> Cases)
{
    public static HazardScore Of(string part) => new(part, [.. HazardCase.Of(part).Select(CaseScore.Of)]);

    private int Expected => Cases.Sum(one => one.Case.Expected.Count);

    private int Met => Expected - Cases.Sum(one => one.Missed.Count);

    public double Recall => (double)Met / Expected;

    /// <summary>Met expectations among those and false alarms.</summary>
    public double Precision => (double)Met / (Met + Cases.Sum(one => one.FalseAlarms.Count));

    /// <summary>Quiet cases that were not quiet, among all quiet cases.</summary>
    public double QuietDisturbed
    {
        get
        {
            var quiet = Cases.Where(one => one.Case.Expected.Count == 0).ToList();
            return (double)quiet.Count(one => one.FalseAlarms.Count > 0) / quiet.Count;
        }
    }

    /// <summary>One row a kind, and the whole.</summary>
    public IEnumerable<string> Table()
    {
        yield return $"{Part,-24}{"met",8}{"expected",10}{"false",8}";
        foreach (var kind in HazardNames.All)
        {
            var expected = Cases.Sum(one => one.Case.Expected.Count(hazard => hazard.Kind == kind));
            var missed = Cases.Sum(one => one.Missed.Count(hazard => hazard.Kind == kind));
            var alarms = Cases.Sum(one => one.FalseAlarms.Count(hazard => hazard.Kind == kind));
            yield return $"{kind.Name(),-24}{expected - missed,8}{expected,10}{alarms,8}";
        }

        yield return $"recall {Recall:P1}, precision {Precision:P1}, quiet cases disturbed {QuietDisturbed:P1}";
    }

    /// <summary>Each miss and each false alarm, by the case's name.</summary>
    public IEnumerable<string> Faults() =>
        from one in Cases
        from fault in one.Missed.Select(expected => $"missed {expected}")
            .Concat(one.FalseAlarms.Select(hazard =>
                $"false {hazard.Kind.Name()} {hazard.File}:{hazard.Line}"
                + $"{(hazard.Removed ? "-" : "")} {hazard.Quote}"))
        select $"{one.Case.Name}: {fault}";
}
