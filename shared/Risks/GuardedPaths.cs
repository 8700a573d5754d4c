using ChangeSentinel.Paths;

namespace ChangeSentinel.Risks;

/// <summary>
/// The files that decide how changes are judged: the policy, what it extends, CODEOWNERS and the workflows.
/// Changing one is never left to an ordinary rule.
/// </summary>
/// <param name="Others">
/// Beside the fixed places: where the policy and CODEOWNERS really stand, which a link may say, and the policy's
/// baseline where it stands in this repository.
/// </param>
public sealed record GuardedPaths(IReadOnlyList<string> Others)
{
    private const string Workflows = ".github/workflows/";

    private static readonly string[] Fixed =
    [
        ".blastradius.yml", ".github/.blastradius.yml", "docs/.blastradius.yml",
        "CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS",
        // A link or a submodule that takes the folder's place.
        ".github", ".github/workflows",
    ];

    /// <param name="extends">`owner/name//path@ref` or a path, as the policy says; null without a baseline.</param>
    /// <param name="policyFile">The policy's own path: a baseline's may be written relative to its folder.</param>
    /// <param name="codeOwners">Where the CODEOWNERS in force stands; null where there is none.</param>
    /// <param name="repository">`owner/name`; null where it isn't known, and then no baseline is elsewhere.</param>
    public static GuardedPaths Of(string? extends, string policyFile, string? codeOwners, string? repository) => new(
    [
        Resolve("", policyFile),
        .. codeOwners is null ? [] : new[] { Resolve("", codeOwners) },
        .. extends is null ? [] : Baseline(extends, policyFile, repository),
    ]);

    public bool Contains(string path) =>
        Fixed.Contains(path, StringComparer.Ordinal)
        || path.StartsWith(Workflows, StringComparison.Ordinal)
        || Others.Contains(path, StringComparer.Ordinal);

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

    private static IEnumerable<string> Baseline(string extends, string policyFile, string? repository)
    {
        var at = extends.LastIndexOf('@');
        var bare = at > 0 ? extends[..at] : extends;
        var split = bare.IndexOf("//", StringComparison.Ordinal);
        if (split < 0)
            return new[] { extends, bare }.SelectMany(path => Places(path, policyFile));

        var isHere = repository is null || bare[..split].Equals(repository, StringComparison.OrdinalIgnoreCase);
        return isHere ? [Resolve("", bare[(split + 2)..])] : [];
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
