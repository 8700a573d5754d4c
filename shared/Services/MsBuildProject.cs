using System.Xml;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Services;

/// <summary>
/// What a project file says about other projects: every `Include` of a `ProjectReference`, as written.
/// </summary>
/// <param name="Folder">Where the project stands.</param>
internal sealed record MsBuildProject(string Path, string Folder, IReadOnlyList<string> Includes)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 2 * Manifests.MostBytes,
        MaxCharactersFromEntities = 1,
    };

    /// <summary>
    /// The project, or why its file can't be read. Conditions are not evaluated: every reference counts.
    /// </summary>
    public static (MsBuildProject? Project, ManifestFault? Fault) Read(SourceFile file)
    {
        var includes = new List<string>();
        using var reader = XmlReader.Create(new StringReader(file.Text.TrimStart('\uFEFF')), Settings);
        try
        {
            while (reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "ProjectReference" }
                    && reader.GetAttribute("Include") is { } include)
                    includes.AddRange(Uri.UnescapeDataString(include).Split(
                        ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        catch (XmlException error)
        {
            var place = new Place(file.Path, Math.Max(error.LineNumber, 1), Math.Max(error.LinePosition, 1));
            return (null, new(place, "is not well-formed XML, or declares entities, which are not read"));
        }

        return (new(file.Path, TreePath.Folder(file.Path), includes), null);
    }
}
