using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Services;

/// <summary>Reads `depends_on` and `links` between the services of Compose files.</summary>
/// <remarks>
/// The files of one folder are one project, as `compose.override.yml` is. A service is made of its Compose
/// file and its build context; contexts may lie inside each other, and a file then belongs to all of them.
/// https://docs.docker.com/reference/compose-file/services/
/// </remarks>
internal static class Compose
{
    public static Discovery Read(IReadOnlyList<SourceFile> manifests)
    {
        var services = new List<DiscoveredService>();
        var faults = new List<ManifestFault>();
        foreach (var file in manifests)
        {
            var yaml = YamlText.Read(file);
            faults.AddRange(yaml.Diagnostics.Take(1).Select(ManifestFault.From));
            if (Misshapen(yaml.Root) is { } fault)
                faults.Add(fault);
            if ((yaml.Root as YamlNode.Mapping)?.Find("services") is YamlNode.Mapping declared)
                services.AddRange(declared.Entries.Select(entry => Service(file.Path, entry)));
        }

        return new(services, faults);
    }

    private static ManifestFault? Misshapen(YamlNode? root) => root switch
    {
        YamlNode.Mapping mapping => mapping.Find("services") switch
        {
            null or YamlNode.Mapping or YamlNode.Scalar { Text: "" } => null,
            var other => new(other.Place, "has 'services' that is no mapping"),
        },
        null or YamlNode.Scalar { Text: "" } => null,
        _ => new(root.Place, "is not a mapping"),
    };

    private static DiscoveredService Service(string file, YamlEntry entry)
    {
        var folder = TreePath.Folder(file);
        var settings = entry.Value as YamlNode.Mapping;
        var written = Context(settings?.Find("build"));
        var context = written is null ? null : TreePath.Resolve(folder, written);
        return new(Key(folder, entry.Key.Text), entry.Key.Text)
        {
            LongName = TreePath.Join(folder, entry.Key.Text),
            Paths = context is null
                ? [SpellPattern.File(file)]
                : [SpellPattern.File(file), SpellPattern.Folder(context)],
            Needs =
            [
                .. Names(settings?.Find("depends_on"))
                    .Concat(Names(settings?.Find("links")).Select(BeforeColon))
                    .Select(name => Key(folder, name)).Distinct(StringComparer.Ordinal),
            ],
            Place = entry.Key.Place,
        };
    }

    // A service's name has no line end, so this is no other service's key.
    private static string Key(string folder, string service) => $"{folder}\n{service}";

    private static string? Context(YamlNode? build) => build switch
    {
        YamlNode.Scalar context => context.Text,
        YamlNode.Mapping settings => (settings.Find("context") as YamlNode.Scalar)?.Text ?? ".",
        _ => null,
    };

    private static IEnumerable<string> Names(YamlNode? list) => list switch
    {
        YamlNode.Sequence names => names.Items.OfType<YamlNode.Scalar>().Select(name => name.Text),
        YamlNode.Mapping names => names.Entries.Select(entry => entry.Key.Text),
        _ => [],
    };

    /// <summary>`service:alias`</summary>
    private static string BeforeColon(string link) =>
        link.IndexOf(':', StringComparison.Ordinal) is >= 0 and var end ? link[..end] : link;
}
