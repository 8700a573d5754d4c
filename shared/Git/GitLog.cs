using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Which commits are meant, as `git log` takes them: `HEAD`, `main..feature`, `^main`.</summary>
public sealed record CommitRange(IReadOnlyList<string> Revisions)
{
    /// <summary>Parents before children; otherwise as git walks, the newest first.</summary>
    public bool OldestFirst { get; init; }
}

/// <summary>The history of a repository, read from one `git log` while it is printed.</summary>
public static class GitLog
{
    /// <summary>The ref of git-ai's notes.</summary>
    public const string Notes = "refs/notes/ai";

    private const int BatchSize = 256;
    private const int BatchesAhead = 4;

    // Subjects and names may hold anything but NUL, and a name no line end.
    private const string Format = "--format=%H %P%x00%an%n%ae%x00%cn%n%ce%x00%B";

    /// <summary>
    /// The commits of a range in batches: git writes, another thread reads ahead, and the caller works on
    /// what came before. Leaving early ends git.
    /// </summary>
    /// <exception cref="GitException">A revision is unknown: the message names it and the nearest there
    /// is.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<Commit>> Batches(
        GitRepository repository,
        CommitRange range,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var notes = (await repository.Refs([Notes], cancellationToken)).Count > 0;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<IReadOnlyList<Commit>>(
            new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(
            () => Read(new(repository, range, notes), batches.Writer, leaving.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
                yield return batch;
        }
        finally
        {
            await leaving.CancelAsync();
            await reading;
        }
    }

    private static IReadOnlyList<string> Arguments(CommitRange range, bool notes) =>
    [
        "log", "-z", "--no-color", "--no-decorate", "--no-show-signature", "--no-mailmap", "--no-patch",
        "--encoding=UTF-8", "--no-notes",
        .. notes ? (string[])[$"--notes={Notes}", Format + "%x00%N"] : [Format],
        .. range.OldestFirst ? ["--topo-order", "--reverse"] : (string[])[],
        "--end-of-options", .. range.Revisions, "--",
    ];

    // Ends by completing the channel, with the failure where there is one; never throws.
    private static async Task Read(
        Question question, ChannelWriter<IReadOnlyList<Commit>> batches, CancellationToken stop)
    {
        try
        {
            await using var process = question.Repository.Start(Arguments(question.Range, question.Notes));
            var parser = new CommitParser(process, question.Notes);
            var batch = new List<Commit>(BatchSize);
            while (await parser.Next(stop) is { } commit)
            {
                batch.Add(commit);
                if (batch.Count < BatchSize)
                    continue;
                await batches.WriteAsync(batch, stop);
                batch = new(BatchSize);
            }

            await process.Finish([0], stop);
            if (batch.Count > 0)
                await batches.WriteAsync(batch, stop);
            batches.Complete();
        }
        catch (GitException failure) when (failure.Failure is GitFailure.UnknownRevision)
        {
            batches.Complete(await Explain(question, failure, stop));
        }
        catch (Exception failure) when (failure is GitException or OperationCanceledException or IOException)
        {
            batches.Complete(failure);
        }
    }

    private static async Task<Exception> Explain(
        Question question, GitException failure, CancellationToken stop)
    {
        try
        {
            var revisions = new Revisions(question.Repository, null);
            return await revisions.Unknown(question.Range.Revisions, stop) ?? failure;
        }
        catch (Exception second) when (second is GitException or OperationCanceledException or IOException)
        {
            return failure;
        }
    }

    private sealed record Question(GitRepository Repository, CommitRange Range, bool Notes);
}
