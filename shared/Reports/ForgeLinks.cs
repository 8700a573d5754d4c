using ChangeSentinel.Changes;

namespace ChangeSentinel.Reports;

/// <summary>Addresses of a repository's pages.</summary>
/// <param name="Server">`https://github.com`, without a slash at its end.</param>
/// <param name="Repository">`owner/name`.</param>
public sealed record ForgeLinks(string Server, string Repository)
{
    private const int Longest = 1_000;

    /// <summary>A line of a file at a commit; null where the address would be too long to be of use.</summary>
    /// <param name="line">From one.</param>
    public string? Line(Sha commit, string path, int line)
    {
        var server = Server.TrimEnd('/');
        var address = $"{server}/{Escaped(Repository)}/blob/{commit}/{Escaped(path)}#L{line}";
        return address.Length <= Longest ? address : null;
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
