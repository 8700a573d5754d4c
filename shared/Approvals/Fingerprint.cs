using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>
/// What an approver saw of one path: old and new name, modes and blobs. An approval carries over to a new head
/// for every path whose fingerprint is the same.
/// </summary>
public sealed record Fingerprint(string Path, FileVersion? Old, FileVersion? New)
{
    public static Fingerprint Of(ChangedFile file) => new(file.Path, file.Old, file.New);
}
