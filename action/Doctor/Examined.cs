using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Doctor;

/// <summary>The repository that is examined, and the branch whose rules are.</summary>
/// <param name="Repository">`owner/name`.</param>
internal sealed record Examined(GitHubApi Api, string Repository, string DefaultBranch, string Base)
{
    public string Root => $"repos/{Repository}";

    /// <summary>A branch as part of an address; its slashes stay.</summary>
    public static string Part(string branch) => string.Join('/', branch.Split('/').Select(Uri.EscapeDataString));
}
