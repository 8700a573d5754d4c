namespace ChangeSentinel.GitHub;

/// <summary>One repository, on the GitHub where it lives.</summary>
internal sealed class RepositoryDoor
{
    private readonly string root;

    /// <param name="repository">`owner/name`.</param>
    /// <exception cref="ForgeException">It is not written so.</exception>
    public RepositoryDoor(GitHubApi api, string repository)
    {
        if (repository.Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } name])
            throw new ForgeException(
                ForgeFailure.Refused, $"'{repository}' names no repository; write it as owner/name.");
        (Api, Owner, Name) = (api, owner, name);
        root = $"repos/{Escaped(owner)}/{Escaped(name)}/";
    }

    public GitHubApi Api { get; }

    public string Owner { get; }

    public string Name { get; }

    public string FullName => $"{Owner}/{Name}";

    /// <summary>A path below the API's root; what comes from outside is escaped by the caller.</summary>
    public string At(string path) => root + path;

    public static string Escaped(string part) => Uri.EscapeDataString(part);
}
