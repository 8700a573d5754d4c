using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>What is left of an approval at the present head: it lapses by comparison, path by path.</summary>
/// <param name="Kept">Covered paths whose content is what the approver saw.</param>
/// <param name="Changed">Covered paths whose content is new, or which are no longer part of the
/// change.</param>
/// <param name="Unseen">Paths of the change that the approval never covered.</param>
public sealed record Holding(
    IReadOnlySet<string> Kept, IReadOnlyList<string> Changed, IReadOnlyList<string> Unseen)
{
    /// <summary>
    /// True where nothing the approver saw has changed; only then is it still an approval of a whole.
    /// </summary>
    public bool IsIntact => Changed.Count == 0;

    /// <param name="cleanMerges">Paths that are exactly the merge of what this approver saw with the new
    /// base.</param>
    public static Holding Of(
        Approval approval, IReadOnlyList<ChangedFile> files, IReadOnlySet<string> cleanMerges)
    {
        var seen = approval.Covers.ToLookup(print => print.Path, StringComparer.Ordinal);
        var now = files.Select(Fingerprint.Of).ToLookup(print => print.Path, StringComparer.Ordinal);

        bool IsKept(string path) =>
            cleanMerges.Contains(path)
                ? !now.Contains(path) || SameShape(seen[path], now[path])
                : now.Contains(path) && now[path].All(print => print.IsComplete && seen[path].Contains(print))
                    && seen[path].All(print => now[path].Contains(print));

        var kept = seen.Select(group => group.Key).Where(IsKept).ToHashSet(StringComparer.Ordinal);
        return new(
            kept,
            [.. seen.Select(group => group.Key).Where(path => !kept.Contains(path))],
            [.. now.Select(group => group.Key).Where(path => !seen.Contains(path))]);
    }

    /// <summary>A merge may bring another blob, never another name, mode or kind of file.</summary>
    private static bool SameShape(IEnumerable<Fingerprint> seen, IEnumerable<Fingerprint> now) =>
        seen.Select(print => (print.New?.Path, print.New?.Mode)).ToHashSet()
            .SetEquals(now.Select(print => (print.New?.Path, print.New?.Mode)));
}
