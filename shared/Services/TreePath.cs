namespace ChangeSentinel.Services;

/// <summary>
/// Paths of a tree as git writes them: relative to the root, separated by `/`; the root is empty.
/// </summary>
internal static class TreePath
{
    public static string Folder(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Either may be empty.</summary>
    public static string Join(string folder, string name) =>
        folder.Length == 0 || name.Length == 0 ? folder + name : $"{folder}/{name}";

    /// <summary>
    /// What a file in this folder means by a relative path, written with either slash; null where that is
    /// outside the tree, absolute, or no path at all.
    /// </summary>
    public static string? Resolve(string folder, string relative)
    {
        if (relative.Length == 0 || relative[0] is '/' or '\\' or '~'
            || relative.Contains(':', StringComparison.Ordinal))
            return null;

        List<string> segments = folder.Length == 0 ? [] : [.. folder.Split('/')];
        foreach (var segment in relative.Split('/', '\\'))
        {
            if (segment is "" or ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else
                return null;
        }

        return string.Join('/', segments);
    }
}
