using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Services;

namespace ChangeSentinel.GitHub;

/// <summary>Reads the files of the base that hold the service graph.</summary>
internal sealed class ReadManifestFiles(
    RepositoryDoor door, ReadObjects objects, CancellationToken cancellationToken)
{
    /// <summary>One question asks for no more text than this, so that it is answered in time; bytes.</summary>
    private const long MostBytesInQuestion = 2 << 20;

    private const int MostFilesInQuestion = 100;

    /// <summary>Which files of the base a policy reads; null for none.</summary>
    public static Func<ReadOnlySpan<char>, bool>? Wanted(Policy? policy) =>
        policy is not { Discover: [_, ..] discover } ? null : path => Manifests.Reading(path).Overlaps(discover);

    /// <param name="tree">Of the base branch's tip.</param>
    public async Task<Known<IReadOnlyList<SourceFile>>> Of(
        CommitTree tree, Func<ReadOnlySpan<char>, bool> wanted)
    {
        if (!tree.IsWhole)
            return Unknown("GitHub does not show the whole tree of the base in one answer");
        var files = tree.Files.Where(entry => entry.IsFile && wanted(entry.Path)).ToList();
        if (files.Count > Manifests.MostFiles)
            return Unknown($"the base has {files.Count} such files, and at most {Manifests.MostFiles} are read");
        if (files.Find(file => file.Size > Manifests.MostBytes) is { Path: { } large })
            return Unknown($"{large} is larger than {Manifests.MostBytes} bytes");
        if (files.Sum(file => file.Size ?? 0) > Manifests.MostBytesTogether)
            return Unknown($"they are larger than {Manifests.MostBytesTogether} bytes together");

        var found = await objects.OfEach(Questions(files), ObjectFields.Content, cancellationToken);
        var text = new ReadText(door);
        var read = await Task.WhenAll(files.Select(file => text.From(
            found[file.Sha], new(file.Path, Manifests.MostBytes), cancellationToken)));
        if (read.OfType<Known<SourceFile?>.Unknown>().FirstOrDefault() is { } unread)
            return Unknown(unread.Reason);
        return files.Where((_, index) => read[index].Or(null) is null).FirstOrDefault() is { Path: { } lost }
            ? Unknown($"GitHub does not show {lost}")
            : Known.Fact<IReadOnlyList<SourceFile>>([.. read.Select(file => file.Or(null)).OfType<SourceFile>()]);
    }

    private static List<string[]> Questions(List<TreeEntryReply> files)
    {
        var (questions, question, bytes) = (new List<string[]>(), new List<string>(), 0L);
        foreach (var file in files.DistinctBy(file => file.Sha, StringComparer.Ordinal))
        {
            if (question.Count == MostFilesInQuestion
                || (question.Count > 0 && bytes + file.Size > MostBytesInQuestion))
            {
                questions.Add([.. question]);
                question.Clear();
                bytes = 0;
            }

            question.Add(file.Sha);
            bytes += file.Size ?? 0;
        }

        return question.Count == 0 ? questions : [.. questions, [.. question]];
    }

    private static Known<IReadOnlyList<SourceFile>> Unknown(string reason) =>
        new Known<IReadOnlyList<SourceFile>>.Unknown(reason);
}
