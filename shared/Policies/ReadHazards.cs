using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `hazard` of a rule: one name, or a list of which any one will do.</summary>
internal static class ReadHazards
{
    private static readonly string[] Names = [.. HazardNames.All.Select(kind => kind.Name())];

    public static IReadOnlyList<HazardKind> From(YamlCursor? cursor, DiagnosticBag findings)
    {
        var kinds = new List<HazardKind>();
        foreach (var name in cursor?.Texts("a hazard") ?? [])
        {
            if (HazardNames.Find(name.Text) is { } kind)
                kinds.Add(kind);
            else
                findings.Error(name.Place, NearestName.Unknown("hazard", name.Text, Names));
        }

        return [.. kinds.Distinct()];
    }
}
