using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads one policy file, its baseline's names known, into what it says.</summary>
internal static class ReadPolicy
{
    private static readonly string[] Keys =
    [
        "version", "extends", "paths", "tiers", "services", "discover", "raise", "seniority", "require",
        "exempt", "ai", "page", "rollout", "labels", "mode", "check_names",
    ];

    private const string Beginning = "write 'paths: |' and below it a line such as '*  low'";

    /// <summary>What a policy with a baseline says in vain.</summary>
    private static readonly string[] BaselineKeys = ["seniority", "check_names"];

    /// <summary>
    /// An organisation's baseline: it may leave `paths` to the repositories, and extends nothing.
    /// </summary>
    public static PolicyDraft? Baseline(SourceFile file, DiagnosticBag findings)
    {
        if (Root(file, findings) is not { } root)
            return null;
        if (root.Has("extends"))
            findings.Error(root.PlaceOf("extends"), "a baseline can't extend another; there is one level");
        return Draft(root, file, Scope(root, baseline: null, findings) with { OtherServices = true });
    }

    /// <summary>A repository's own policy.</summary>
    /// <param name="baseline">What it extends; null where it extends nothing or that could not be
    /// read.</param>
    public static PolicyDraft? Own(SourceFile file, PolicyDraft? baseline, DiagnosticBag findings)
    {
        if (Root(file, findings) is not { } root)
            return null;
        if (!root.Has("paths") && !root.Has("extends"))
            findings.Error(root.Place, $"'paths' is missing; {Beginning}");
        CheckAgainstBaseline(root, findings);
        return Draft(root, file, Scope(root, baseline, findings));
    }

    private static YamlKeys? Root(SourceFile file, DiagnosticBag findings)
    {
        var yaml = YamlText.Read(file);
        findings.AddRange(yaml.Diagnostics);
        if (yaml.Diagnostics.Count > 0)
            return null;
        if (yaml.Root is { } node)
            return new YamlCursor(node, "the policy", findings).Keys(Keys);
        findings.Error(new(file.Path, 1, 1), $"the file is empty; {Beginning}");
        return null;
    }

    private static PolicyScope Scope(YamlKeys root, PolicyDraft? baseline, DiagnosticBag findings)
    {
        var own = ReadTiers.From(root.At("tiers"));
        var tiers = (baseline is null ? own : baseline.Tiers) ?? TierLadder.Default;
        if (own is not null && !own.Names.SequenceEqual(tiers.Names, StringComparer.Ordinal))
        {
            var names = string.Join(", ", tiers.Names);
            findings.Error(root.PlaceOf("tiers"), $"the baseline's tiers are {names}; use the same");
        }

        var seniority = ReadSeniority.From(root.At("seniority"), findings);
        var services = baseline?.Services.Select(service => service.Name) ?? [];
        return new()
        {
            Findings = findings,
            Tiers = tiers,
            Seniority = (baseline is null ? seniority : baseline.Seniority) ?? Seniority.FromRoles,
            Services = services.Concat(ReadServices.Names(root.Find("services")))
                .ToHashSet(StringComparer.Ordinal),
            OtherNames = baseline is null && root.Has("extends"),
            OtherServices = root.Has("discover") || baseline is { Discover.Count: > 0 },
        };
    }

    private static PolicyDraft Draft(YamlKeys root, SourceFile file, PolicyScope scope)
    {
        var ai = root.At("ai")?.Keys(ReadAi.Keys);
        CheckVersion(root.At("version"));
        return new()
        {
            Extends = Extends(root.At("extends")),
            Tiers = root.Has("tiers") ? scope.Tiers : null,
            Paths = root.At("paths") is { } paths ? ReadPaths.From(paths, new(file), scope) : [],
            Services = ReadServices.From(root.At("services"), scope),
            Discover = ReadDiscover.From(root.At("discover"), scope.Findings),
            Raise = ReadRaise.From(root.At("raise"), scope),
            Seniority = root.Has("seniority") ? scope.Seniority : null,
            Require = ReadRequire.From(root.At("require"), scope),
            Exempt = ReadExempt.From(root.At("exempt"), scope),
            Undeclared = ReadAi.Undeclared(ai?.At("undeclared"), scope),
            Markers = ReadAi.Markers(ai?.At("markers"), scope.Findings),
            Page = ReadPage.From(root.At("page"), scope),
            Rollout = ReadRollout.From(root, scope),
            SaysLabels = root.Has("labels"),
            Labels = root.At("labels") is { } labels ? ReadLabels.From(labels) : LabelFormats.Default,
            Mode = Mode(root.At("mode")),
            CheckNames = ReadCheckNames.From(root.At("check_names"), scope.Findings),
        };
    }

    private static void CheckAgainstBaseline(YamlKeys root, DiagnosticBag findings)
    {
        if (!root.Has("extends"))
            return;
        if (root.Has("exempt"))
            findings.Error(
                root.PlaceOf("exempt"), "exemptions come from the baseline alone; remove 'exempt' here");
        foreach (var key in BaselineKeys.Where(root.Has))
            findings.Warning(
                root.PlaceOf(key), $"'{key}' comes from the baseline alone; this one has no effect");
    }

    private static void CheckVersion(YamlCursor? cursor)
    {
        if (cursor?.Node is not (null or YamlNode.Scalar { Kind: YamlScalarKind.Number, Text: "1" }))
            cursor.Error("'version' must be 1, the only version of this file's format so far");
    }

    private static (string Text, Place Place)? Extends(YamlCursor? cursor)
    {
        if (cursor?.Text() is not { } text)
            return null;
        if (BaselineReference.Parse(text) is null)
            cursor.Error(
                $"'{YamlQuote.Of(text)}' names no baseline; write ./path, or owner/repository//path@branch");
        return (text, cursor.Place);
    }

    private static PolicyMode Mode(YamlCursor? cursor) =>
        cursor?.Word(["enforce", "shadow"]) == "shadow" ? PolicyMode.Shadow : PolicyMode.Enforce;
}
