using ChangeSentinel.Services;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `services`: what stands where, and what it stands on.</summary>
internal static class ReadServices
{
    private static readonly string[] Keys = ["paths", "depends_on", "owners"];

    /// <summary>The declared names, which rules and other services may use.</summary>
    public static IReadOnlyList<string> Names(YamlNode? declared) =>
        declared is YamlNode.Mapping services
            ? [.. services.Entries.Select(entry => entry.Key.Text)]
            : [];

    public static IReadOnlyList<Service> From(YamlCursor? cursor, PolicyScope scope) =>
        cursor is null ? [] : [.. cursor.Entries().Select(entry => One(entry, scope)).OfType<Service>()];

    private static Service? One((YamlNode.Scalar Key, YamlCursor Value) entry, PolicyScope scope)
    {
        var (key, value) = entry;
        if (value.Keys(Keys) is not { } keys)
            return null;
        if (!keys.Has("paths"))
            scope.Findings.Error(
                key.Place, $"service {value.Name} has no 'paths', so nothing ever touches it");
        return new()
        {
            Name = key.Text,
            Paths = scope.Patterns(keys.At("paths")),
            DependsOn = scope.ServiceNames(keys.At("depends_on")),
            Owners = Owners(keys.At("owners"), scope.Findings),
            Place = key.Place,
        };
    }

    private static IReadOnlyList<string> Owners(YamlCursor? cursor, DiagnosticBag findings)
    {
        var owners = cursor?.Texts("an owner") ?? [];
        foreach (var (place, name, _) in owners.Where(owner => !Mention.Is(owner.Text)))
            findings.Error(place, $"'{YamlQuote.Of(name)}' is no owner; write @user or @org/team");
        return [.. owners.Select(owner => owner.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
