namespace ChangeSentinel.Policies;

/// <summary>Where a repository keeps its policy.</summary>
public static class PolicyFiles
{
    /// <summary>
    /// The first that exists on the base branch is the policy; another one beside it is a warning.
    /// </summary>
    public static IReadOnlyList<string> Candidates { get; } =
        [".blastradius.yml", ".github/.blastradius.yml", "docs/.blastradius.yml"];
}
