using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Reads the files of a commit that hold the service graph.</summary>
internal static class ReadManifests
{
    private const int Most = 20_000;
    private static readonly BlobLimits Sizes = new(1 << 20, 32 << 20);

    /// <summary>Every wanted file of the commit's tree; unknown where one is missing or they are too many.</summary>
    /// <param name="wanted">By path; null for none, which asks git nothing.</param>
    public static async Task<Known<IReadOnlyList<SourceFile>>> At(
        GitRepository repository,
        Sha commit,
        Func<ReadOnlySpan<char>, bool>? wanted,
        CancellationToken cancellationToken)
    {
        if (wanted is null)
            return Known.Fact<IReadOnlyList<SourceFile>>([]);
        try
        {
            var files = await GitObjects.Files(
                repository, commit, new(wanted, Most), cancellationToken);
            if (files.Count == 0)
                return Known.Fact<IReadOnlyList<SourceFile>>([]);
            var contents = await GitObjects.Contents(
                repository, [.. files.Select(file => file.Blob)], Sizes, cancellationToken);
            var lost = files.Where((_, index) => contents[index] is null).FirstOrDefault();
            return lost is not null
                ? new Known<IReadOnlyList<SourceFile>>.Unknown(
                    $"{lost.Path} is missing in this clone")
                : Known.Fact<IReadOnlyList<SourceFile>>(
                    [.. files.Zip(contents, (file, text) => new SourceFile(file.Path, GitText.Text(text)))]);
        }
        catch (GitException failure)
        {
            return new Known<IReadOnlyList<SourceFile>>.Unknown(failure.Message);
        }
    }
}
