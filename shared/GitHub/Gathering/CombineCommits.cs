using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Makes one history of the commits of every head.</summary>
internal static class CombineCommits
{
    /// <param name="current">Of the head, oldest first.</param>
    /// <param name="former">Of each head that was pushed away by force.</param>
    /// <param name="notes">git-ai's notes by commit.</param>
    public static IReadOnlyList<Commit> Of(
        IReadOnlyList<CommitReply> current,
        IEnumerable<CommitReply> former,
        IReadOnlyDictionary<Sha, string> notes)
    {
        var own = current.Select(commit => commit.Sha).ToHashSet();
        return
        [
            .. former.Where(commit => own.Add(commit.Sha)).Concat(current.DistinctBy(commit => commit.Sha))
                .Select(commit => Commit(commit, notes.GetValueOrDefault(commit.Sha))),
        ];
    }

    private static Commit Commit(CommitReply reply, string? note) => new()
    {
        Sha = reply.Sha,
        Author = ReadPeople.InCommit(reply.Author, reply.Commit.Author),
        Committer = ReadPeople.InCommit(reply.Committer, reply.Commit.Committer),
        Message = Message(reply.Commit.Message ?? ""),
        Parents = reply.Parents.Length,
        AuthorshipNote = note,
    };

    private static string Message(string text) =>
        (text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text)
        .TrimEnd('\r', '\n');
}
