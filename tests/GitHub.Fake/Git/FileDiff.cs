namespace ChangeSentinel.Fake.Git;

/// <summary>A file that differs between two commits, as GitHub counts and names it.</summary>
/// <param name="Status">`added`, `removed`, `modified`, `renamed` or `changed` (another kind of file).</param>
/// <param name="Blob">The new blob's id; the old one's where the file is removed.</param>
public sealed record FileDiff(string Path, string Status, string Blob)
{
    public string? PreviousPath { get; init; }

    public int Additions { get; init; }

    public int Deletions { get; init; }

    /// <summary>The hunks; null where there are none (binary, pure rename, mode) or they are too large.</summary>
    public string? Patch { get; init; }
}
