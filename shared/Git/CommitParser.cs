using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>
/// Reads commits from what `git log` prints: a fixed number of fields each, every one ended by NUL.
/// </summary>
internal sealed class CommitParser(GitProcess process, bool notes)
{
    private const int PeopleKept = 4096;

    // Few people write many commits: each is made once, by the bytes git prints.
    private readonly Dictionary<int, (byte[] Bytes, Person Person)> people = [];

    /// <summary>The next commit; null at the end.</summary>
    public async ValueTask<Commit?> Next(CancellationToken cancellationToken)
    {
        if (!await process.Output.Read(0, cancellationToken))
            return null;
        var (sha, parents) = Ids(process.Output.Record.Span);
        await Field(sha, cancellationToken);
        var author = Somebody(process.Output.Record.Span);
        await Field(sha, cancellationToken);
        var committer = Somebody(process.Output.Record.Span);
        await Field(sha, cancellationToken);
        var message = Message(process.Output.Record.Span);
        if (notes)
            await Field(sha, cancellationToken);
        return new()
        {
            Sha = sha,
            Parents = parents,
            Author = author,
            Committer = committer,
            Message = message,
            AuthorshipNote = notes && process.Output.Record.Length > 0
                ? GitText.Text(process.Output.Record.Span) : null,
        };
    }

    private async ValueTask Field(Sha commit, CancellationToken cancellationToken)
    {
        if (!await process.Output.Read(0, cancellationToken))
            throw await process.BrokenOff($"commit {commit.Short} breaks off", cancellationToken);
        if (process.Output.Cut)
            throw new GitException(
                GitFailure.TooLarge, $"commit {commit.Short} has a message or note of more than 16 MiB");
    }

    private (Sha Sha, int Parents) Ids(ReadOnlySpan<byte> record)
    {
        var space = record.IndexOf((byte)' ');
        if (space < 0 || !Sha.TryParse(Encoding.ASCII.GetString(record[..space]), out var sha))
            throw process.Garbled($"'{GitText.Text(record[..Math.Min(40, record.Length)])}' is no commit");
        var parents = record[(space + 1)..];
        return (sha, parents.Length == 0 ? 0 : 1 + parents.Count((byte)' '));
    }

    private Person Somebody(ReadOnlySpan<byte> record)
    {
        var hash = default(HashCode);
        hash.AddBytes(record);
        var key = hash.ToHashCode();
        if (people.TryGetValue(key, out var known) && record.SequenceEqual(known.Bytes))
            return known.Person;

        var end = record.LastIndexOf((byte)'\n');
        var person = end < 0
            ? throw process.Garbled("a name without an e-mail")
            : GitPeople.From(GitText.Text(record[..end]), GitText.Text(record[(end + 1)..]));
        if (people.Count == PeopleKept)
            people.Clear();
        people[key] = (record.ToArray(), person);
        return person;
    }

    private static string Message(ReadOnlySpan<byte> record)
    {
        var text = GitText.Text(record.TrimEnd("\r\n"u8));
        return text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
    }
}
