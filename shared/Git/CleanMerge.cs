using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>One path in four states: what was approved, on which base, and both as they are now.</summary>
/// <param name="ApprovedBase">The blob at the merge base the approval saw.</param>
/// <param name="ApprovedHead">The blob that was approved.</param>
/// <param name="NewBase">The blob at the merge base of the new head.</param>
/// <param name="NewHead">The blob of the new head.</param>
public sealed record MergedBlob(Sha ApprovedBase, Sha ApprovedHead, Sha NewBase, Sha NewHead);

/// <summary>Recomputes a merge of one file, to see whether anybody put a hand to it.</summary>
public static class CleanMerge
{
    // 0: clean; up to 127: so many conflicts; 255: binary.
    private static readonly int[] Outcomes = [.. Enumerable.Range(0, 128), 255];

    private static readonly BlobLimits Sizes = new(GitProgram.LargestText, 4L * GitProgram.LargestText);

    /// <summary>
    /// Whether the new head is exactly what merging the new base into the approved head gives without a
    /// conflict. A blob that is missing, binary or larger than 32 MiB makes new content of it: false.
    /// </summary>
    public static async Task<bool> Is(
        GitRepository repository, MergedBlob blob, CancellationToken cancellationToken)
    {
        if (blob.NewBase == blob.ApprovedBase)
            return blob.NewHead == blob.ApprovedHead;

        Sha[] ids = [blob.ApprovedHead, blob.ApprovedBase, blob.NewBase, blob.NewHead];
        IReadOnlyList<byte[]?> contents;
        try
        {
            contents = await GitObjects.Contents(
                repository, ids, Sizes, cancellationToken);
        }
        catch (GitException failure) when (failure.Failure is GitFailure.TooLarge)
        {
            return false;
        }

        return contents is [{ } ours, { } old, { } theirs, { } expected]
            && await Merged([ours, old, theirs], expected, repository, cancellationToken);
    }

    // `git merge-file` before 2.43 reads files alone, so three lie in a private folder for as long as it
    // runs.
    private static async Task<bool> Merged(
        byte[][] sides, byte[] expected, GitRepository repository, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("changesentinel-");
        try
        {
            string[] files = [.. sides.Select((_, index) => Path.Combine(folder.FullName, $"{index}"))];
            for (var i = 0; i < sides.Length; i++)
                await File.WriteAllBytesAsync(files[i], sides[i], cancellationToken);
            await using var process = repository.Start(["merge-file", "-p", "-q", "--", .. files]);
            var left = expected.AsMemory();
            while (await process.Output.HasMore(cancellationToken))
            {
                var part = process.Output.TakeRest();
                if (!left.Span.StartsWith(part.Span))
                    return false;
                left = left[part.Length..];
            }

            return left.Length == 0 && await process.Finish(Outcomes, cancellationToken) == 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
