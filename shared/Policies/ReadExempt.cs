using System.Globalization;
using ChangeSentinel.Paths;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `exempt`: authors whose changes to some paths ask nobody, until a day.</summary>
internal static class ReadExempt
{
    private static readonly string[] Keys = ["author", "paths", "until", "why"];

    public static IReadOnlyList<Exemption> From(YamlCursor? cursor, PolicyScope scope) =>
    [
        .. (cursor?.Items("an exemption") ?? []).Select(item => One(item, scope)).OfType<Exemption>(),
    ];

    private static Exemption? One(YamlCursor item, PolicyScope scope)
    {
        if (item.Keys(Keys) is not { } keys)
            return null;
        var author = keys.Required("author")?.Text();
        var paths = scope.Patterns(keys.Required("paths"));
        var until = keys.Required("until") is { } day ? Date(day) : null;
        var why = keys.Required("why") is { } reason ? Reason(reason) : null;
        foreach (var pattern in paths.Where(GuardsItself))
            scope.Findings.Warning(
                keys.PlaceOf("paths"), $"'{YamlQuote.Of(pattern.Text)}' is never exempt: it says who must agree");
        return author is null || until is null || why is null
            ? null
            : new(author.TrimStart('@'), paths, until.Value, why) { Place = item.Place };
    }

    private static DateOnly? Date(YamlCursor cursor)
    {
        if (cursor.Node is YamlNode.Scalar scalar && DateOnly.TryParseExact(
            scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        cursor.Error("'until' must be the last day it holds, as YYYY-MM-DD");
        return null;
    }

    private static string? Reason(YamlCursor cursor)
    {
        if (cursor.Node is YamlNode.Scalar { Kind: YamlScalarKind.Text, Text: var text } &&
            !string.IsNullOrWhiteSpace(text))
            return text.Trim();
        cursor.Error("'why' must say in words why nobody needs to agree");
        return null;
    }

    private static bool GuardsItself(PathPattern pattern) =>
        pattern.IsExact && pattern.Text.Trim('/') is
            ".blastradius.yml" or ".github/.blastradius.yml" or "docs/.blastradius.yml" or
            "CODEOWNERS" or ".github/CODEOWNERS" or "docs/CODEOWNERS" or ".github/workflows";
}
