namespace ChangeSentinel.Changes;

/// <summary>One commit of a change, as git recorded it.</summary>
public sealed record Commit
{
    public required Sha Sha { get; init; }

    public required Person Author { get; init; }

    public required Person Committer { get; init; }

    /// <summary>Subject and body, LF line ends, as written.</summary>
    public required string Message { get; init; }

    /// <summary>One for an ordinary commit, more for a merge, none for a root.</summary>
    public int Parents { get; init; } = 1;

    /// <summary>The text of the git-ai note on this commit (`refs/notes/ai`), where there is one.</summary>
    public string? AuthorshipNote { get; init; }

    public string Subject => Message.AsSpan().IndexOf('\n') is >= 0 and var end ? Message[..end] : Message;
}
