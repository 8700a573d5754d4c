using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `check_names`: which base branches share a check's name.</summary>
internal static class ReadCheckNames
{
    private const int LongestName = 100;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> From(
        YamlCursor? cursor, DiagnosticBag findings)
    {
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (key, value) in cursor?.Entries() ?? [])
        {
            if (key.Text.Length > LongestName)
                findings.Error(key.Place, $"a check's name has at most {LongestName} characters");
            var bases = value.Texts("a base branch");
            foreach (var (place, name, _) in bases)
                if (!seen.TryAdd(name, place))
                    findings.Error(
                        place, $"base '{YamlQuote.Of(name)}' already has a check's name on line {seen[name].Line}");
            names[key.Text] = [.. bases.Select(name => name.Text)];
        }

        return names;
    }
}
