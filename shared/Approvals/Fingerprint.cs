using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>
/// What an approver saw of one path: old and new name, modes and blobs. An approval carries over to a new head
/// for every path whose fingerprint is the same.
/// </summary>
public sealed record Fingerprint(string Path, FileVersion? Old, FileVersion? New)
{
    /// <summary>
    /// False where a side has no blob id: nothing says what was seen, and nothing equals it.
    /// </summary>
    public bool IsComplete => IsKnown(Old) && IsKnown(New) && (Old ?? New) is not null;

    public static Fingerprint Of(ChangedFile file) => new(file.Path, file.Old, file.New);

    private static bool IsKnown(FileVersion? version) =>
        version is null || version.Blob.ToString().AsSpan().ContainsAnyExcept('0');
}
