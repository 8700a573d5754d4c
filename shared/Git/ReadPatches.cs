using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Reads the patches of one `git diff-tree` line by line and gives each to its file.</summary>
internal sealed class ReadPatches(GitProcess process, List<ChangedFile> files)
{
    private const int LineLimit = 1 << 20;

    private readonly PatchStore store = new();
    private char[] text = new char[1 << 12];
    private PatchReader reader = new();
    private int index = -1;
    private int headersLeft;
    private int lines;
    private long cost;
    private bool binary, forgotten;

    /// <summary>
    /// Reads to the end of the answer; every file gets its lines, its counts and whether it is binary.
    /// </summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        var output = process.Output;
        output.Limit = LineLimit;
        while (await output.Read((byte)'\n', cancellationToken))
            Take(output.Record.Span, output.Cut);
        Close();
        if (index + 1 != files.Count || headersLeft > 0)
            throw await process.BrokenOff("there are fewer patches than files", cancellationToken);
    }

    private void Take(ReadOnlySpan<byte> line, bool cut)
    {
        if (!reader.InHunk && line.StartsWith("diff --git "u8))
            Open();
        else if (!reader.InHunk && line.StartsWith("Binary files "u8))
            binary = true;
        else if (reader.InHunk || line.StartsWith("@@ -"u8))
            TakeInHunk(line, cut);
    }

    private void TakeInHunk(ReadOnlySpan<byte> bytes, bool cut)
    {
        if (index < 0)
            throw process.Garbled("a patch stands before the first file");
        var line = Decode(bytes);
        if (!reader.Take(line))
            throw process.Garbled($"a line of the patch of '{files[index].Path}' is none");
        cost += PatchStore.Cost(line.Length);
        if (cut)
            Forget("a line of it is longer than 1 MiB");
        else if (++lines > PatchStore.FileLines)
            Forget($"its patch has more than {PatchStore.FileLines} lines");
        else if (cost > PatchStore.Budget)
            Forget($"its patch takes more than {PatchStore.Budget >> 20} MiB");
    }

    private void Open()
    {
        if (headersLeft > 0)
        {
            headersLeft--;
            return;
        }

        Close();
        if (++index >= files.Count)
            throw process.Garbled("there are more patches than files");
        headersLeft = files[index].Change is FileChange.TypeChanged ? 1 : 0;
    }

    private void Close()
    {
        if (index < 0)
            return;
        files[index] = files[index] with
        {
            Patch = reader.Finish(),
            Added = reader.Added,
            Removed = reader.Removed,
            Binary = binary,
        };
        if (!forgotten)
            store.Keep(files, index, cost);
        (reader, lines, cost, binary, forgotten) = (new(), 0, 0, false, false);
    }

    private void Forget(string reason)
    {
        if (!forgotten)
            reader.Forget(reason);
        forgotten = true;
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes)
    {
        if (text.Length < bytes.Length)
            text = new char[bytes.Length * 2];
        return text.AsSpan(0, Encoding.UTF8.GetChars(bytes, text));
    }
}
