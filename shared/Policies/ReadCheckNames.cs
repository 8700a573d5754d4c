using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `check_names`: which base branches share a check's name.</summary>
internal static class ReadCheckNames
{
    private const int LongestName = 100;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> From(YamlCursor? cursor, DiagnosticBag findings)
    {
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (key, value) in cursor?.Entries() ?? [])
        {
            if (key.Text.Length > LongestName)
                findings.Error(key.Place, $"a check's name has at most {LongestName} characters");
            var branches = value.Texts("a base branch");
            foreach (var branch in branches)
                if (!seen.TryAdd(branch.Text, branch.Place))
                    findings.Error(
                        branch.Place,
                        $"base '{YamlQuote.Of(branch.Text)}' already has a check's name on line {seen[branch.Text].Line}");
            names[key.Text] = [.. branches.Select(branch => branch.Text)];
        }

        return names;
    }
}
