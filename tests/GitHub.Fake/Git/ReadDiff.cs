using System.Globalization;
using System.Text;

namespace ChangeSentinel.Fake.Git;

/// <summary>Compares two commits through `git diff-tree`.</summary>
internal static class ReadDiff
{
    /// <summary>GitHub shows no patch of a file beyond 20,000 lines or 500 KB.</summary>
    private const int MostPatchBytes = 500 * 1024;
    private const int MostPatchLines = 20_000;

    public static IReadOnlyList<FileDiff> Between(string directory, string from, string to)
    {
        string[] Compare(params string[] how) => ["diff-tree", "-r", "-M", .. how, from, to];
        string Read(params string[] how) =>
            Encoding.UTF8.GetString(GitCommand.Run(directory, default, Compare(how)));

        var changes = new Queue<string>(Read("--raw", "-z").Split('\0'));
        var counts = new Queue<string>(Read("--numstat", "-z").Split('\0'));
        var patches = new Queue<string>(Sections(Read("-p", "--full-index")));
        var files = new List<FileDiff>();
        while (changes.TryDequeue(out var head) && head.StartsWith(':'))
            files.Add(ReadFile(head, changes, counts, patches));
        return files;
    }

    private static FileDiff ReadFile(
        string head, Queue<string> changes, Queue<string> counts, Queue<string> patches)
    {
        // :100644 100644 OLD NEW M
        var parts = head.Split(' ');
        var renamed = parts[4][0] == 'R';
        var first = changes.Dequeue();
        var path = renamed ? changes.Dequeue() : first;

        var numbers = counts.Dequeue().Split('\t');
        if (renamed)
        {
            counts.Dequeue();
            counts.Dequeue();
        }

        var patch = patches.Dequeue();
        if (parts[4][0] == 'T')
            patch += patches.Dequeue();
        return new(path, Status(parts[4][0]), parts[4][0] == 'D' ? parts[2] : parts[3])
        {
            PreviousPath = renamed ? first : null,
            Additions = Count(numbers[0]),
            Deletions = Count(numbers[1]),
            Patch = parts[4][0] == 'T' ? null : Hunks(patch),
        };
    }

    private static string Status(char letter) => letter switch
    {
        'A' => "added",
        'D' => "removed",
        'M' => "modified",
        'R' => "renamed",
        _ => "changed",
    };

    private static int Count(string number) =>
        number == "-" ? 0 : int.Parse(number, CultureInfo.InvariantCulture);

    private static string? Hunks(string section)
    {
        var start = section.IndexOf("\n@@ ", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var patch = section[(start + 1)..].TrimEnd('\n');
        return patch.Length <= MostPatchBytes && patch.AsSpan().Count('\n') < MostPatchLines ? patch : null;
    }

    private static IEnumerable<string> Sections(string patches)
    {
        const string Mark = "diff --git ";
        var start = patches.StartsWith(Mark, StringComparison.Ordinal) ? 0 : -1;
        while (start >= 0)
        {
            var next = patches.IndexOf("\n" + Mark, start, StringComparison.Ordinal);
            yield return next < 0 ? patches[start..] : patches[start..(next + 1)];
            start = next < 0 ? -1 : next + 1;
        }
    }
}
