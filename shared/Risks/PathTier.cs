using ChangeSentinel.Changes;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Risks;

/// <summary>One line of a policy's `paths`: files that match have this tier and these owners.</summary>
/// <param name="Owners">`@user` and `@org/team` as written; empty where CODEOWNERS names them.</param>
public sealed record PathTier(PathPattern Pattern, Tier Tier, IReadOnlyList<string> Owners, Place Place);

/// <summary>A policy's `paths`, compiled: the last line that matches a file decides it.</summary>
public sealed class PathTiers
{
    private readonly PathRules rules;

    public PathTiers(IReadOnlyList<PathTier> lines)
    {
        Lines = lines;
        rules = PathRules.Compile([.. lines.Select(line => line.Pattern)]);
    }

    public IReadOnlyList<PathTier> Lines { get; }

    /// <summary>The line that decides this path; null where none matches.</summary>
    public PathTier? Deciding(string path) => rules.Last(path) is >= 0 and var index ? Lines[index] : null;

    /// <summary>The same for many paths on one thread, which is quicker.</summary>
    public Func<string, PathTier?> Lookup()
    {
        var lookup = rules.Lookup();
        return path => lookup.Last(path) is >= 0 and var index ? Lines[index] : null;
    }

    /// <summary>Every line that matches this path, in the policy's order.</summary>
    public IReadOnlyList<PathTier> All(string path) => [.. rules.All(path).Select(index => Lines[index])];
}
