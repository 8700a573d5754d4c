using System.Text.Json;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Services;

/// <summary>What a `package.json` says about itself and others.</summary>
/// <param name="Name">Its own word, or its folder's name; empty for a nameless package at the root.</param>
internal sealed record NpmPackage(string Path, string Folder, string Name)
{
    /// <summary>The patterns of its workspaces; null where it is no workspace root.</summary>
    public IReadOnlyList<string>? Workspaces { get; init; }

    public required IReadOnlyList<NpmDependency> Dependencies { get; init; }

    private static readonly JsonDocumentOptions Lenient = new()
    {
        MaxDepth = 64,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly string[] Kinds =
        ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

    public static (NpmPackage? Package, ManifestFault? Fault) Read(SourceFile file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Text.TrimStart('\uFEFF'), Lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (From(file.Path, json.RootElement), null)
                : (null, new(new(file.Path, 1, 1), "is not a JSON object"));
        }
        catch (JsonException error)
        {
            var (line, column) = (error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            var place = new Place(file.Path, (int)line + 1, (int)column + 1);
            return (null, new(place, "is not valid JSON, or is nested deeper than 64 levels"));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // How System.Text.Json says that text is no Unicode: half of a surrogate pair, plain or escaped.
            var place = new Place(file.Path, 1, 1);
            return (null, new(place, "holds half of a surrogate pair, which is not a character"));
        }
    }

    private static NpmPackage From(string path, JsonElement root)
    {
        var folder = TreePath.Folder(path);
        return new(path, folder, Text(root, "name") is { Length: > 0 } name ? name : TreePath.Name(folder))
        {
            Workspaces = Patterns(root),
            Dependencies = [.. Kinds.SelectMany(kind => Members(root, kind)).Select(NpmDependency.From)],
        };
    }

    private static string? Text(JsonElement of, string property) =>
        of.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement.ObjectEnumerator Members(JsonElement of, string property) =>
        of.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
            : default;

    // A list, or as Yarn 1 has it an object with a list of `packages`.
    private static string[]? Patterns(JsonElement root)
    {
        if (!root.TryGetProperty("workspaces", out var list))
            return null;
        if (list.ValueKind == JsonValueKind.Object && !list.TryGetProperty("packages", out list))
            return [];
        return list.ValueKind switch
        {
            JsonValueKind.Array => [.. list.EnumerateArray().Where(IsText).Select(item => item.GetString()!)],
            JsonValueKind.String => [list.GetString()!],
            _ => [],
        };

        static bool IsText(JsonElement item) => item.ValueKind == JsonValueKind.String;
    }
}

/// <summary>
/// A package another one needs: by its name, and where the specifier is a folder by that folder.
/// </summary>
/// <param name="Link">Relative to the package that needs it, as written; null where the name alone says
/// it.</param>
internal sealed record NpmDependency(string Name, string? Link)
{
    private static readonly string[] Links = ["file:", "link:", "portal:", "workspace:."];
    private static readonly string[] Aliases = ["npm:", "workspace:"];

    public static NpmDependency From(JsonProperty written)
    {
        var specifier = written.Value.ValueKind == JsonValueKind.String ? written.Value.GetString()! : "";
        foreach (var link in Links)
            if (specifier.StartsWith(link, StringComparison.Ordinal))
                return new(written.Name, specifier[(specifier.IndexOf(':', StringComparison.Ordinal) + 1)..]);

        // "short": "npm:@acme/long-name@^1"
        foreach (var alias in Aliases)
            if (specifier.StartsWith(alias, StringComparison.Ordinal)
                && specifier.LastIndexOf('@') is var version && version > alias.Length)
                return new(specifier[alias.Length..version], null);

        return new(written.Name, null);
    }
}
