using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

/// <summary>Makes a changed file from lines that begin with +, - or a space.</summary>
public static class FileDiff
{
    private static readonly Sha Blob = Sha.Parse(new string('b', 40));

    /// <summary>A file that changes; every line stands in one hunk.</summary>
    public static ChangedFile Of(string path, string lines) => new()
    {
        Change = FileChange.Modified,
        Old = new(path, "100644", Blob),
        New = new(path, "100644", Blob),
        Patch = Known.Fact(new Patch([HunkOf(lines)])),
    };

    public static ChangedFile New(string path, string text) => new()
    {
        Change = FileChange.Added,
        New = new(path, "100644", Blob),
        Patch = Known.Fact(new Patch([HunkOf(Marked(text, '+'))])),
    };

    public static ChangedFile Gone(string path, string text) => new()
    {
        Change = FileChange.Removed,
        Old = new(path, "100644", Blob),
        Patch = Known.Fact(new Patch([HunkOf(Marked(text, '-'))])),
    };

    /// <summary>A changed file, or a new one where every line is added.</summary>
    public static ChangedFile Whole(string path, string lines) =>
        lines.Split('\n').All(line => line.StartsWith('+'))
            ? New(path, string.Join('\n', lines.Split('\n').Select(line => line[1..])))
            : Of(path, lines);

    /// <summary>What is found of one kind.</summary>
    public static IReadOnlyList<Hazard> Found(HazardKind kind, ChangedFile file) =>
        [.. FindHazards.In(file).Where(hazard => hazard.Kind == kind)];

    private static string Marked(string text, char mark) =>
        string.Join('\n', text.Split('\n').Select(line => mark + line));

    private static Hunk HunkOf(string text)
    {
        List<PatchLine> lines = [];
        var (old, head) = (1, 1);
        foreach (var line in text.Split('\n'))
        {
            var side = line switch
            {
                ['+', ..] => LineSide.Added,
                ['-', ..] => LineSide.Removed,
                _ => LineSide.Context,
            };
            var rest = line.Length > 0 ? line[1..] : "";
            lines.Add(new(side, side is LineSide.Added ? 0 : old, side is LineSide.Removed ? 0 : head, rest));
            old += side is LineSide.Added ? 0 : 1;
            head += side is LineSide.Removed ? 0 : 1;
        }

        return new("", lines);
    }
}
