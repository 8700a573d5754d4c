namespace ChangeSentinel.GitHub;

/// <summary>A file of a pull request, as the list of its files has it.</summary>
/// <param name="Status">added, removed, modified, renamed, copied, changed or unchanged.</param>
internal sealed record FileReply(string Filename, string Status)
{
    /// <summary>The name before a rename, or the file it is a copy of.</summary>
    public string? PreviousFilename { get; init; }

    /// <summary>Null for a binary file, and where GitHub finds it too large.</summary>
    public string? Patch { get; init; }

    public int Additions { get; init; }

    public int Deletions { get; init; }

    /// <summary>The blob at the head; of a removed file the one it had.</summary>
    public string? Sha { get; init; }
}
