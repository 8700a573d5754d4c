namespace ChangeSentinel.Changes;

/// <summary>Every fact about a change, read once before anything is decided.</summary>
public sealed record Change
{
    public required ChangeReference Reference { get; init; }

    /// <summary>The branch the change goes into, without `refs/heads/`.</summary>
    public required string Base { get; init; }

    /// <summary>The branch the change comes from; a short commit id where it has none.</summary>
    public required string Branch { get; init; }

    public required Sha BaseCommit { get; init; }

    public required Sha MergeBase { get; init; }

    public required Sha Head { get; init; }

    /// <summary>Who opened it; null where nobody did (a local branch).</summary>
    public Person? Opener { get; init; }

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public bool Draft { get; init; }

    /// <summary>The repository's default branch; null where it isn't known.</summary>
    public string? DefaultBranch { get; init; }

    public required Known<IReadOnlyList<ChangedFile>> Files { get; init; }

    /// <summary>
    /// Every commit reachable from a head of this change and not from the base, oldest first.
    /// </summary>
    public required Known<IReadOnlyList<Commit>> Commits { get; init; }

    /// <summary>
    /// Who ever moved a head of this change; committers stand for them in a local repository.
    /// </summary>
    public required Known<IReadOnlyList<Person>> Pushers { get; init; }

    /// <summary>
    /// Who is known to have started the agent that made this change; empty where nobody is.
    /// </summary>
    public IReadOnlyList<Person> AgentOperators { get; init; } = [];

    /// <summary>Who is known to own a bot that took part in this change; empty where nobody is.</summary>
    public IReadOnlyList<Person> BotOwners { get; init; } = [];

    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>The conversation, oldest first; without our own comments.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>Every other head this change is known to have had, newest first.</summary>
    public IReadOnlyList<Sha> FormerHeads { get; init; } = [];

    /// <summary>
    /// What the change was at former heads that somebody spoke about, each against its own merge base.
    /// </summary>
    public IReadOnlyDictionary<Sha, Known<IReadOnlyList<ChangedFile>>> SpokenHeads { get; init; } =
        new Dictionary<Sha, Known<IReadOnlyList<ChangedFile>>>();

    public required Membership Membership { get; init; }

    /// <summary>CODEOWNERS of the base commit; null where it has none.</summary>
    public Known<SourceFile?> CodeOwners { get; init; } = Known.Fact<SourceFile?>(null);

    /// <summary>
    /// CODEOWNERS of the head; null where it has none. Asked only where the change touches it.
    /// </summary>
    public Known<SourceFile?> HeadCodeOwners { get; init; } =
        new Known<SourceFile?>.Unknown("CODEOWNERS of the head was not read");

    /// <summary>The files of the base commit that `discover` reads.</summary>
    public required Known<IReadOnlyList<SourceFile>> Manifests { get; init; }

    /// <summary>
    /// Agent Trace records at the head (`.agent-trace/traces.jsonl`), as text; null where there are none.
    /// </summary>
    public string? AgentTrace { get; init; }

    /// <summary>
    /// What the reader must be told about how the facts were read: a shallow clone, say. Whole sentences.
    /// </summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
