using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>
/// Reads the files that differ between two trees, each with its patch, from one `git diff-tree`.
/// </summary>
/// <remarks>
/// git prints every file first (modes, blobs, names between NULs) and then the patches in the same order.
/// Names are taken from the first part alone; the headers of the second only say where a patch begins, one
/// for each file and two where the type changed. git quotes names there, so no name can pass for a line of a
/// patch.
/// </remarks>
internal static class ReadDiff
{
    /// <summary>Files beyond which a change is not read.</summary>
    public const int FileLimit = 300_000;

    private static readonly string[] Command =
    [
        "diff-tree", "-r", "-z", "--raw", "-p", "--full-index", "--no-abbrev", "-M50%", "-l1000", "-U3",
        "--inter-hunk-context=0", "--diff-algorithm=myers", "--indent-heuristic", "--no-ext-diff",
        "--no-textconv", "--no-color", "--src-prefix=a/", "--dst-prefix=b/", "--no-relative",
        "--submodule=short", "--ignore-submodules=none",
    ];

    /// <param name="old">A commit or tree.</param>
    /// <param name="now">A commit or tree.</param>
    public static async Task<IReadOnlyList<ChangedFile>> Between(
        GitRepository repository, Sha old, Sha now, CancellationToken cancellationToken)
    {
        List<ChangedFile> files;
        await using (var process = repository.Start([.. Command, old.ToString(), now.ToString(), "--"]))
        {
            files = await Names(process, cancellationToken);
            await new ReadPatches(process, files).Run(cancellationToken);
            await process.Finish([0], cancellationToken);
        }

        return await BinaryBySize(repository, files, cancellationToken);
    }

    private static async Task<List<ChangedFile>> Names(
        GitProcess process, CancellationToken cancellationToken)
    {
        var files = new List<ChangedFile>();
        var output = process.Output;
        output.Limit = 1 << 16;
        while (await output.Read(0, cancellationToken) && output.Record.Length > 0)
        {
            if (output.Record.Span[0] != (byte)':' || output.Cut)
                throw process.Garbled(
                    $"'{GitText.Text(output.Record.Span[..Math.Min(40, output.Record.Length)])}'");
            if (files.Count == FileLimit)
                throw new GitException(
                    GitFailure.TooLarge, $"the change has more than {FileLimit} files; name a nearer --base");
            var fields = Encoding.ASCII.GetString(output.Record.Span[1..]).Split(' ');
            var first = await Name(process, cancellationToken);
            var second = fields[^1][0] is 'R' or 'C' ? await Name(process, cancellationToken) : first;
            files.Add(File(process, fields, first, second));
        }

        return files;
    }

    private static async Task<string> Name(GitProcess process, CancellationToken cancellationToken) =>
        await process.Output.Read(0, cancellationToken) && !process.Output.Cut
            ? GitText.Path(process.Output.Record.Span)
            : throw await process.BrokenOff("a file without a name", cancellationToken);

    private static ChangedFile File(GitProcess process, string[] fields, string oldName, string newName)
    {
        if (fields is not [var oldMode, var newMode, var oldBlob, var newBlob, [var letter, ..]]
            || !Sha.TryParse(oldBlob, out var oldId) || !Sha.TryParse(newBlob, out var newId))
            throw process.Garbled($"'{string.Join(' ', fields)}'");
        var change = letter switch
        {
            'A' => FileChange.Added,
            'M' => FileChange.Modified,
            'D' => FileChange.Removed,
            'R' => FileChange.Renamed,
            'C' => FileChange.Copied,
            'T' => FileChange.TypeChanged,
            _ => throw process.Garbled($"a file with the status '{letter}'"),
        };
        return new()
        {
            Change = change,
            Old = change is FileChange.Added ? null : new(oldName, oldMode, oldId),
            New = change is FileChange.Removed ? null : new(newName, newMode, newId),
        };
    }

    private const string LargeReason = "a version of it is larger than 32 MiB";

    // What git calls binary for its size alone may be text: its lines are unknown, not absent.
    private static async Task<IReadOnlyList<ChangedFile>> BinaryBySize(
        GitRepository repository, List<ChangedFile> files, CancellationToken cancellationToken)
    {
        var binary = files.Where(file => file.Binary).ToList();
        if (binary.Count == 0)
            return files;
        FileVersion?[] versions = [.. binary.SelectMany(file => new[] { file.Old, file.New })];
        var blobs = versions.OfType<FileVersion>().Select(version => version.Blob).Distinct().ToList();
        var sizes = await GitObjects.Sizes(repository, blobs, cancellationToken);
        bool TooLarge(FileVersion? version) =>
            version is not null && sizes.GetValueOrDefault(version.Blob) > GitProgram.LargestText;

        return
        [
            .. files.Select(file => file.Binary && (TooLarge(file.Old) || TooLarge(file.New))
                ? file with { Patch = new Known<Patch>.Unknown(LargeReason), Binary = false } : file),
        ];
    }
}
