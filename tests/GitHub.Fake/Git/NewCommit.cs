using System.Text;

namespace ChangeSentinel.Fake.Git;

/// <summary>A file as a commit leaves it.</summary>
/// <param name="Content">Null removes the file; for a submodule (mode 160000), the id it points to.</param>
public sealed record NewFile(string Path, byte[]? Content)
{
    public string Mode { get; init; } = "100644";

    public static NewFile Text(string path, string content) => new(path, Encoding.UTF8.GetBytes(content));

    public static NewFile Removed(string path) => new(path, null);
}

/// <summary>A commit to be made.</summary>
public sealed record NewCommit(string Message, params NewFile[] Files)
{
    /// <summary>`Name &lt;e-mail&gt;`.</summary>
    public required string Author { get; init; }

    /// <summary>The author where null.</summary>
    public string? Committer { get; init; }

    /// <summary>Second and further parents.</summary>
    public IReadOnlyList<string> Merges { get; init; } = [];
}
