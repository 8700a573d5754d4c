using ChangeSentinel.Paths;

namespace ChangeSentinel.Risks;

/// <summary>
/// The files that decide how changes are judged: the policy, what it extends, CODEOWNERS and the workflows.
/// Changing one is never left to an ordinary rule.
/// </summary>
/// <param name="Extended">Where the policy's baseline stands in this repository; empty where it stands
/// elsewhere.</param>
public sealed record GuardedPaths(IReadOnlyList<string> Extended)
{
    private const string Workflows = ".github/workflows/";

    private static readonly string[] Fixed =
    [
        ".blastradius.yml", ".github/.blastradius.yml", "docs/.blastradius.yml",
        "CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS",
        // A link or a submodule that takes the folder's place.
        ".github", ".github/workflows",
    ];

    /// <param name="extends">`owner/name//path@ref` or a path, as the policy says; null without a
    /// baseline.</param>
    /// <param name="policyFile">The policy's own path: a baseline's path may be written relative to its
    /// folder.</param>
    /// <param name="repository">`owner/name`; null where it isn't known, and then no baseline is
    /// elsewhere.</param>
    public static GuardedPaths Of(string? extends, string policyFile, string? repository)
    {
        if (extends is null)
            return new([]);

        var at = extends.LastIndexOf('@');
        var bare = at > 0 ? extends[..at] : extends;
        var split = bare.IndexOf("//", StringComparison.Ordinal);
        if (split < 0)
            return new(
                [
                    .. new[] { extends, bare }.SelectMany(path => Places(path, policyFile))
                        .Distinct(StringComparer.Ordinal),
                ]);

        var elsewhere = repository is not null && !bare[..split].Equals(repository, StringComparison.OrdinalIgnoreCase);
        return new(elsewhere ? [] : [Resolve("", bare[(split + 2)..])]);
    }

    public bool Contains(string path) =>
        Fixed.Contains(path, StringComparer.Ordinal)
        || path.StartsWith(Workflows, StringComparison.Ordinal)
        || Extended.Contains(path, StringComparer.Ordinal);

    /// <summary>CODEOWNERS itself, in one of the three places where GitHub looks for it.</summary>
    public static bool IsCodeOwners(string path) => path is "CODEOWNERS" or ".github/CODEOWNERS" or "docs/CODEOWNERS";

    /// <summary>
    /// Whether a pattern that matches a guarded path means just that: it spells out the path or its file name, or is
    /// exactly `/.github/workflows/`. A folder such as `/.github/` does not name what stands in it.
    /// </summary>
    public static bool NamesExplicitly(PathPattern pattern, string path)
    {
        if (pattern.Text == "/" + Workflows)
            return path.StartsWith(Workflows, StringComparison.Ordinal);
        var named = pattern.Text.TrimStart('/');
        return pattern.IsExact && (named == path || named == path[(path.LastIndexOf('/') + 1)..]);
    }

    private static IEnumerable<string> Places(string path, string policyFile) =>
        [Resolve("", path), Resolve(policyFile[..(policyFile.LastIndexOf('/') + 1)], path)];

    /// <summary>A path without `.` and `..`, from the repository's root.</summary>
    private static string Resolve(string folder, string path)
    {
        List<string> parts = [];
        foreach (var part in (folder + path).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
