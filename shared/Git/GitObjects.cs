using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Reads trees and blobs: names from `git ls-tree`, contents from one `git cat-file`.</summary>
internal static class GitObjects
{
    private static readonly BlobLimits TextSizes = new(4 << 20, 16 << 20);

    /// <summary>The ordinary files of a tree whose path is wanted: no symlinks, no submodules.</summary>
    /// <exception cref="GitException">There are more than the question allows.</exception>
    public static async Task<IReadOnlyList<FileVersion>> Files(
        GitRepository repository, Sha tree, TreeQuestion question, CancellationToken cancellationToken)
    {
        await using var process = repository.Start(["ls-tree", "-r", "-z", "--full-tree", tree.ToString()]);
        var output = process.Output;
        var files = new List<FileVersion>();
        var path = new char[1 << 12];
        while (await output.Read(0, cancellationToken))
        {
            var record = output.Record.Span;
            var name = record[(record.IndexOf((byte)'\t') + 1)..];
            if (!record.StartsWith("100"u8) || !question.Wants(Decode(name, ref path)))
                continue;
            if (files.Count == question.Limit)
                throw new GitException(
                    GitFailure.TooLarge, $"more than {question.Limit} such files in the tree");
            files.Add(Entry(process));
        }

        await process.Finish([0], cancellationToken);
        return files;
    }

    /// <summary>
    /// Text files of a commit by their path, in the order asked; null where its tree has none there. A
    /// symlink is not followed: its text is its target.
    /// </summary>
    /// <exception cref="GitException">A file that the tree names is missing in this clone, or too
    /// large.</exception>
    public static async Task<IReadOnlyList<SourceFile?>> Texts(
        GitRepository repository,
        Sha commit,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken)
    {
        var entries = await Entries(repository, commit, paths, cancellationToken);
        if (entries.Count == 0)
            return [.. paths.Select(_ => (SourceFile?)null)];
        var contents = await Contents(
            repository, [.. entries.Select(entry => entry.Blob)], TextSizes, cancellationToken);
        var texts = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var (entry, bytes) in entries.Zip(contents))
            texts[entry.Path] = bytes is not null ? new(entry.Path, GitText.Text(bytes))
                : throw new GitException(
                    GitFailure.MissingObject,
                    $"{entry.Path} of {commit.Short} is missing in this clone; see: git fsck");
        return [.. paths.Select(texts.GetValueOrDefault)];
    }

    private static async Task<IReadOnlyList<FileVersion>> Entries(
        GitRepository repository, Sha tree, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        await using var process = repository.Start(
            ["ls-tree", "-z", "--full-tree", tree.ToString(), "--", .. paths]);
        var entries = new List<FileVersion>();
        while (await process.Output.Read(0, cancellationToken))
        {
            var entry = Entry(process);
            if (entry.Mode[..2] is "10" or "12" && paths.Contains(entry.Path, StringComparer.Ordinal))
                entries.Add(entry);
        }

        await process.Finish([0], cancellationToken);
        return entries;
    }

    // MODE TYPE ID<TAB>PATH
    private static FileVersion Entry(GitProcess process)
    {
        var record = process.Output.Record.Span;
        var tab = record.IndexOf((byte)'\t');
        var space = tab < 0 ? -1 : record[..tab].LastIndexOf((byte)' ');
        return space > 6 && Changes.Sha.TryParse(GitText.Text(record[(space + 1)..tab]), out var id)
            ? new(GitText.Path(record[(tab + 1)..]), GitText.Text(record[..6]), id)
            : throw process.Garbled("a tree entry without a path");
    }

    /// <summary>The contents of blobs, in the order asked; null where there is no such blob.</summary>
    /// <exception cref="GitException">A blob, or all together, are larger than the limits allow.</exception>
    public static async Task<IReadOnlyList<byte[]?>> Contents(
        GitRepository repository,
        IReadOnlyList<Sha> blobs,
        BlobLimits limits,
        CancellationToken cancellationToken)
    {
        var left = limits.All;
        await using var process = repository.Start(
            ["cat-file", "--batch"], [.. blobs.Select(blob => blob.ToString())]);
        var output = process.Output;
        var contents = new List<byte[]?>(blobs.Count);
        while (contents.Count < blobs.Count && await output.Read((byte)'\n', cancellationToken))
        {
            // ID blob SIZE, then the content and a line end; or: NAME missing
            var words = GitText.Text(output.Record.Span).Split(' ');
            if (words is not [.., _, var type, var digits] || !long.TryParse(digits, out var size))
            {
                contents.Add(null);
                continue;
            }

            if (type == "blob" && (size > limits.Each || (left -= size) < 0))
                throw new GitException(
                    GitFailure.TooLarge,
                    $"blob {blobs[contents.Count].Short} has {size} bytes; " +
                    $"of one file {limits.Each} are read, of all {limits.All}");
            contents.Add(type == "blob" ? await output.ReadBytes((int)size, cancellationToken) : null);
            await output.Skip(type == "blob" ? 1 : size + 1, cancellationToken);
        }

        if (contents.Count < blobs.Count)
            throw await process.BrokenOff("it left objects out", cancellationToken);
        await process.Finish([0], cancellationToken);
        return contents;
    }

    /// <summary>
    /// The sizes of blobs in bytes; what is no blob of the repository (a submodule's commit) is left out.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Sha, long>> Sizes(
        GitRepository repository, IReadOnlyList<Sha> blobs, CancellationToken cancellationToken)
    {
        await using var process = repository.Start(
            ["cat-file", "--batch-check=%(objecttype) %(objectsize)"],
            [.. blobs.Select(blob => blob.ToString())]);
        var sizes = new Dictionary<Sha, long>();
        foreach (var blob in blobs)
        {
            if (!await process.Output.Read((byte)'\n', cancellationToken))
                throw await process.BrokenOff("it left objects out", cancellationToken);
            var answer = GitText.Text(process.Output.Record.Span);
            if (answer.StartsWith("blob ", StringComparison.Ordinal)
                && long.TryParse(answer[5..], out var size))
                sizes[blob] = size;
        }

        await process.Finish([0], cancellationToken);
        return sizes;
    }

    private static ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes, ref char[] into)
    {
        if (into.Length < bytes.Length)
            into = new char[bytes.Length * 2];
        return into.AsSpan(0, Encoding.UTF8.GetChars(bytes, into));
    }
}

/// <summary>Which files of a tree are wanted, and how many at most.</summary>
internal sealed record TreeQuestion(Func<ReadOnlySpan<char>, bool> Wants, int Limit);

/// <summary>Bytes read of one blob, and of all that are asked for together.</summary>
internal sealed record BlobLimits(int Each, long All);
