using System.Buffers;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>
/// A changed file read as code: comments blanked, both sides of each hunk, and what only moved.
/// </summary>
internal sealed class CodeView
{
    private (HashSet<string> Added, HashSet<string> Removed)? texts;
    private HashSet<string>? set;
    private string? newText;
    private string? oldText;

    public CodeView(ChangedFile file, Patch patch)
    {
        File = file;
        Path = file.Path;
        Name = FileRoles.FileName(Path);
        Extension = FileRoles.Extension(Path);
        Role = FileRoles.Of(Path);
        var run = 0;
        var style = StyleOf(patch);
        Hunks = [.. patch.Hunks.Select(hunk => Read(hunk, style, ref run))];
    }

    public ChangedFile File { get; }

    public string Path { get; }

    public string Name { get; }

    /// <summary>In lower case, without its full stop.</summary>
    public string Extension { get; }

    public FileRole Role { get; }

    public IReadOnlyList<CodeHunk> Hunks { get; }

    /// <summary>Everything the hunks show of the file at the head.</summary>
    public string NewText => newText ??= TextOf(Hunks.Select(hunk => hunk.New));

    /// <summary>Everything the hunks show of the file at the merge base.</summary>
    public string OldText => oldText ??= TextOf(Hunks.Select(hunk => hunk.Old));

    public bool IsNew => File.Change is FileChange.Added;

    public bool IsGone => File.Change is FileChange.Removed;

    /// <summary>Whether the same line was taken away and put in again elsewhere in this file.</summary>
    public bool Moved(CodeLine line) =>
        line.Added ? Texts.Removed.Contains(Bare(line)) : line.Removed && Texts.Added.Contains(Bare(line));

    /// <summary>Whether any line of either side, changed or not, holds one of these.</summary>
    public bool Shows(SearchValues<string> words)
    {
        foreach (var hunk in Hunks)
        {
            foreach (var line in hunk.Old.Lines)
            {
                if (line.Code.AsSpan().ContainsAny(words))
                    return true;
            }

            foreach (var line in hunk.New.Lines)
            {
                if (line.Added && line.Code.AsSpan().ContainsAny(words))
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an added line sets this key, written as <see cref="Setting.Plain"/> writes it.
    /// </summary>
    public bool Sets(string plainKey) => (set ??= [.. Hunks.SelectMany(hunk => hunk.New.Lines)
        .Where(line => line.Added)
        .Select(line => Setting.In(line.Code)?.Plain ?? "")]).Contains(plainKey);

    private (HashSet<string> Added, HashSet<string> Removed) Texts => texts ??= ReadTexts();

    private (HashSet<string> Added, HashSet<string> Removed) ReadTexts()
    {
        HashSet<string> added = new(StringComparer.Ordinal), removed = new(StringComparer.Ordinal);
        foreach (var line in Hunks.SelectMany(hunk => hunk.Changed))
            (line.Added ? added : removed).Add(Bare(line));
        return (added, removed);
    }

    private static string Bare(CodeLine line) => line.Code.Trim().TrimEnd(',', ' ');

    private static string TextOf(IEnumerable<CodeSide> sides) =>
        string.Join('\n', sides.SelectMany(side => side.Lines).Select(line => line.Code));

    private CommentStyle StyleOf(Patch patch)
    {
        var first = patch.Hunks is [{ Lines: [var line, ..] }, ..] ? line.Text : "";
        return first.StartsWith("#!", StringComparison.Ordinal) && Extension.Length == 0
            ? CommentStyle.Hash
            : CommentStyles.Of(Path);
    }

    private static CodeHunk Read(Hunk hunk, CommentStyle style, ref int run)
    {
        List<CodeLine> before = [], after = [];
        BlankComments old = new(style), head = new(style);
        var changed = false;
        for (var at = 0; at < hunk.Lines.Count; at++)
        {
            var line = hunk.Lines[at];
            if (line.Side is not LineSide.Context && !changed)
                run++;
            changed = line.Side is not LineSide.Context;
            if (line.Side is not LineSide.Added)
                before.Add(new(line, old.Next(line.Text), at, changed ? run : 0));
            if (line.Side is not LineSide.Removed)
                after.Add(new(line, head.Next(line.Text), at, changed ? run : 0));
        }

        var behind = hunk.Lines.Reverse().TakeWhile(line => line.Side is LineSide.Context).Count();
        return new(hunk.Heading, new(before), new(after)) { ReachesEnd = behind < 3 };
    }
}
