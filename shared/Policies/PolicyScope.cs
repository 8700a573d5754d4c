using System.Diagnostics;
using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Paths;
using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>
/// The names that the rest of a policy file may use, and where mistakes in it are reported.
/// </summary>
internal sealed record PolicyScope
{
    public required DiagnosticBag Findings { get; init; }

    public TierLadder Tiers { get; init; } = TierLadder.Default;

    public Seniority Seniority { get; init; } = Seniority.FromRoles;

    /// <summary>Services declared here or in the baseline.</summary>
    public IReadOnlySet<string> Services { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// A baseline that could not be read may name tiers, rungs and services that are unknown here.
    /// </summary>
    public bool OtherNames { get; init; }

    /// <summary>
    /// A service may exist that is not declared: in a manifest, or in a repository of a baseline.
    /// </summary>
    public bool OtherServices { get; init; }

    public Tier? Tier(YamlCursor? cursor) => cursor?.Text() is { } name ? Tier(name, cursor.Place) : null;

    public Tier? Tier(string name, Place place)
    {
        if (Tiers.TryFind(name, out var tier))
            return tier;
        if (!OtherNames)
            Findings.Error(place, NearestName.Unknown("tier", name, [.. Tiers.Names]));
        return null;
    }

    public Rung? Rung(YamlCursor? cursor)
    {
        if (cursor?.Text() is not { } name)
            return null;
        var rung = Seniority.Rungs.FirstOrDefault(rung => rung.Name == name);
        if (rung is null && !OtherNames)
            cursor.Error(NearestName.Unknown("rung", name, [.. Seniority.Rungs.Select(known => known.Name)]));
        return rung;
    }

    public IReadOnlyList<string> ServiceNames(YamlCursor? cursor)
    {
        var names = cursor?.Texts("a service") ?? [];
        foreach (var name in names.Where(name => !Services.Contains(name.Text)))
            ReportService(name.Text, name.Place);
        return [.. names.Select(name => name.Text)];
    }

    /// <summary>Patterns of a list; those GitHub would not match are reported at the exact column.</summary>
    public IReadOnlyList<PathPattern> Patterns(YamlCursor? cursor)
    {
        var patterns = new List<PathPattern>();
        foreach (var scalar in cursor?.Texts("a pattern") ?? [])
            if (Pattern(scalar.Text, scalar.TextPlace) is { } pattern)
                patterns.Add(pattern);

        return patterns;
    }

    /// <param name="start">Where the pattern's first character stands.</param>
    public PathPattern? Pattern(string text, Place start)
    {
        switch (PathPattern.Parse(text))
        {
            case PatternReading.Pattern read:
                return read.Value;
            case PatternReading.Error error:
                var column = start.Column + Math.Min(error.Column - 1, text.Length);
                Findings.Error(
                    start with { Column = column }, $"bad pattern '{YamlQuote.Of(text)}': {error.Message}");
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private void ReportService(string name, Place place)
    {
        if (!OtherServices && !OtherNames)
            Findings.Error(place, NearestName.Unknown("service", name, Services));
        else if (NearestName.Among(name, Services) is { } near)
            Findings.Warning(
                place,
                $"service '{YamlQuote.Of(name)}' is not declared here: did you mean '{YamlQuote.Of(near)}'?");
    }
}
