using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Services;

/// <summary>
/// Reads the entities of a Backstage catalog; each component, resource and API is a service.
/// </summary>
/// <remarks>
/// Who consumes an API needs the API, and the API needs who provides it, so that a change of the provider
/// reaches the consumers. https://backstage.io/docs/features/software-catalog/descriptor-format
/// </remarks>
internal static class Backstage
{
    public static Discovery Read(IReadOnlyList<SourceFile> manifests)
    {
        var services = new List<DiscoveredService>();
        var faults = new List<ManifestFault>();
        var edges = new List<(string From, string To)>();
        foreach (var file in manifests)
        {
            var yaml = YamlText.Read(file, YamlDocuments.Many);
            faults.AddRange(yaml.Diagnostics.Take(1).Select(ManifestFault.From));
            foreach (var document in yaml.Documents)
                if (document is YamlNode.Mapping mapping)
                    Add(mapping, TreePath.Folder(file.Path));
                else if (document is not YamlNode.Scalar { Text: "" })
                    faults.Add(new(document.Place, "is not a mapping"));
        }

        var needs = edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        return new([.. services.Select(Linked)], faults);

        DiscoveredService Linked(DiscoveredService service) =>
            service with { Needs = [.. needs[service.Key].Distinct(StringComparer.Ordinal)] };

        void Add(YamlNode.Mapping document, string folder)
        {
            var (entity, fault) = BackstageEntity.From(document);
            if (fault is not null)
                faults.Add(fault);
            if (entity is null)
                return;
            edges.AddRange(entity.Edges);
            services.Add(new(entity.Reference.ToString(), entity.Name)
            {
                Folders = [new(Ecosystem.Backstage, SpellPattern.Folder(folder))],
                Needs = [],
                Owners = entity.Owner is null ? [] : [entity.Owner],
                Place = document.Place,
            });
        }
    }
}
