using System.Globalization;
using ChangeSentinel.Risks;
using ChangeSentinel.Tests.House;

namespace ChangeSentinel.Tests.Hazards;

/// <summary>A hazard that must be reported: `KIND PATH:LINE`, of the old file with a `-` behind.</summary>
public sealed record ExpectedHazard(HazardKind Kind, string Path, int Line, bool Removed)
{
    private static string Kinds => string.Join(", ", HazardNames.All.Select(kind => kind.Name()));

    public static ExpectedHazard Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var colon = text.LastIndexOf(':');
        if (space < 0 || colon < space || HazardNames.Find(text[..space]) is not { } kind)
            throw new FormatException(
                $"'{text}' is no expectation; write 'none' or 'KIND PATH:LINE', KIND one of {Kinds}");

        var digits = text[(colon + 1)..].TrimEnd('-');
        var line = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return new(kind, text[(space + 1)..colon], line, text.EndsWith('-'));
    }

    public override string ToString() => $"{Kind.Name()} {Path}:{Line}{(Removed ? "-" : "")}";
}

/// <summary>A diff with the hazards that people see in it; none for a quiet case.</summary>
public sealed record HazardCase
{
    private const string Expect = "# expect: ", From = "# source: ", Because = "# why: ";

    /// <summary>The file's name without its ending, `012-rails-drop-table` say.</summary>
    public required string Name { get; init; }

    /// <summary>`develop`, or `final`, which is scored once.</summary>
    public required string Part { get; init; }

    public required IReadOnlyList<ExpectedHazard> Expected { get; init; }

    /// <summary>The address of the public change or file it restates, or `own`.</summary>
    public required string Source { get; init; }

    public required string Why { get; init; }

    /// <summary>One unified git diff, of one or more files.</summary>
    public required string Diff { get; init; }

    /// <summary>Every case, by name.</summary>
    public static IReadOnlyList<HazardCase> All { get; } =
        [.. Of("develop").Concat(Of("final")).OrderBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>The cases of one part.</summary>
    public static IEnumerable<HazardCase> Of(string part)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Shared.Tests", "Hazards", "Cases", part);
        return Directory.GetFiles(folder, "*.diff")
            .Order(StringComparer.Ordinal)
            .Select(file => Parse(Path.GetFileNameWithoutExtension(file), part, File.ReadAllText(file)));
    }

    public static HazardCase Parse(string name, string part, string text)
    {
        var start = text.IndexOf("\ndiff --git ", StringComparison.Ordinal) + 1;
        var header = text[..start].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var expected = Values(Expect);
        if (start == 0 || expected.Count == 0 || header.Any(line => !IsKnown(line))
            || Values(From) is not [var source] || Values(Because) is not [var why])
            throw new FormatException(
                $"{part}/{name}: a case is '# expect:' lines, one '# source:', one '# why:' and a git diff");

        return new()
        {
            Name = name,
            Part = part,
            Expected = expected is ["none"] ? [] : [.. expected.Select(ExpectedHazard.Parse)],
            Source = source,
            Why = why,
            Diff = text[start..],
        };

        IReadOnlyList<string> Values(string key) =>
        [
            .. header
                .Where(line => line.StartsWith(key, StringComparison.Ordinal))
                .Select(line => line[key.Length..]),
        ];
    }

    public override string ToString() => $"{Part}/{Name}";

    private static bool IsKnown(string line) =>
        new[] { Expect, From, Because }.Any(key => line.StartsWith(key, StringComparison.Ordinal));
}
