namespace ChangeSentinel.Changes;

/// <summary>How a file of a change differs from its base.</summary>
public enum FileChange
{
    Added,
    Modified,
    Removed,
    Renamed,
    Copied,
    TypeChanged,
}

/// <summary>One side of a changed file: its git mode (octal digits as git prints them) and its blob.</summary>
public sealed record FileVersion(string Path, string Mode, Sha Blob);

/// <summary>A file that differs between the merge base and the head.</summary>
public sealed record ChangedFile
{
    public required FileChange Change { get; init; }

    /// <summary>The file at the merge base; null where it is added.</summary>
    public FileVersion? Old { get; init; }

    /// <summary>The file at the head; null where it is removed.</summary>
    public FileVersion? New { get; init; }

    /// <summary>Lines added and removed; both zero for a binary file.</summary>
    public int Added { get; init; }

    public int Removed { get; init; }

    public bool Binary { get; init; }

    /// <summary>What was added and removed, with three lines of context; no hunks for a binary file.</summary>
    public Known<Patch> Patch { get; init; } = Known.Fact(Changes.Patch.Empty);

    /// <summary>The name the file has now, or had before it was removed.</summary>
    public string Path => (New ?? Old)!.Path;

    /// <summary>Every name the change touches: both of a rename, the new one first.</summary>
    public IReadOnlyList<string> Paths => Change is FileChange.Renamed ? [New!.Path, Old!.Path] : [Path];
}
