using ChangeSentinel.Yaml;

namespace ChangeSentinel.Services;

/// <summary>A component, resource or API of a catalog, and the edges its description draws.</summary>
/// <param name="Name">The reference, with the entity's name as it is written.</param>
/// <param name="Edges">Who needs whom, by reference; either end may be another entity.</param>
internal sealed record BackstageEntity(
    EntityReference Reference, string Name, string? Owner, IReadOnlyList<(string From, string To)> Edges)
{
    /// <summary>
    /// The entity; neither it nor a fault for a kind that is no service (a group, a location).
    /// </summary>
    public static (BackstageEntity? Entity, ManifestFault? Fault) From(YamlNode.Mapping document)
    {
        var metadata = document.Find("metadata") as YamlNode.Mapping;
        if (Text(document, "kind") is not { Length: > 0 } kind
            || Text(metadata, "name") is not { Length: > 0 } name)
            return (null, new(document.Place, "has an entity without kind or metadata.name"));
        if (kind.ToLowerInvariant() is not ("component" or "resource" or "api"))
            return (null, null);

        var self = new EntityReference(
            kind.ToLowerInvariant(),
            Text(metadata, "namespace")?.ToLowerInvariant() ?? EntityReference.DefaultNamespace,
            name.ToLowerInvariant());
        var spec = document.Find("spec") as YamlNode.Mapping;
        var shown = (self with { Name = name }).ToString();
        return (new(self, shown, Text(spec, "owner"), [.. Drawn(self, spec)]), null);
    }

    private static IEnumerable<(string From, string To)> Drawn(EntityReference self, YamlNode.Mapping? spec)
    {
        foreach (var needed in References(spec, "dependsOn", "component", self.Namespace))
            yield return (self.ToString(), needed);
        foreach (var needing in References(spec, "dependencyOf", "component", self.Namespace))
            yield return (needing, self.ToString());
        foreach (var api in References(spec, "consumesApis", "api", self.Namespace))
            yield return (self.ToString(), api);
        foreach (var api in References(spec, "providesApis", "api", self.Namespace))
            yield return (api, self.ToString());
    }

    private static IEnumerable<string> References(
        YamlNode.Mapping? spec, string property, string kind, string inNamespace) =>
        spec?.Find(property) is YamlNode.Sequence list
            ? list.Items.OfType<YamlNode.Scalar>()
                .Select(item => EntityReference.Parse(item.Text, kind, inNamespace).ToString())
            : [];

    private static string? Text(YamlNode.Mapping? of, string key) => (of?.Find(key) as YamlNode.Scalar)?.Text;
}
