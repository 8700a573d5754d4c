namespace ChangeSentinel.Changes;

/// <summary>What a check shows; nothing else is ever written.</summary>
public enum CheckState
{
    /// <summary>Not completed: somebody is waited for, or a fact is.</summary>
    InProgress,
    Success,
    ActionRequired,

    /// <summary>Passes, and the title says why nobody was needed: overridden, shadow, no policy.</summary>
    Neutral,
}

/// <summary>A check run of ours as the forge keeps it.</summary>
/// <param name="State">Null where it is in none of the states we write.</param>
public sealed record PublishedCheck(long Id, string Name, Sha Head, CheckState? State)
{
    public required string Title { get; init; }

    public required string Summary { get; init; }
}

/// <summary>A comment of ours, found by its marker and its author.</summary>
public sealed record PublishedComment(long Id, string Text);

/// <summary>What the forge shows of a change now, as far as we write it.</summary>
public sealed record Published
{
    public static Published Nothing { get; } = new();

    /// <summary>Every label on the change, ours and others'.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Which of the labels we may write exist in the repository.</summary>
    public IReadOnlyList<string> Existing { get; init; } = [];

    /// <summary>The sticky comment; null where there is none.</summary>
    public PublishedComment? Comment { get; init; }

    /// <summary>Our latest check run of each name on the head, and on every former head of the change.</summary>
    public IReadOnlyList<PublishedCheck> Checks { get; init; } = [];

    /// <summary>The latest check of this name on a commit; null where there is none.</summary>
    public PublishedCheck? Check(string name, Sha head) =>
        Checks.FirstOrDefault(check => check.Head == head && string.Equals(check.Name, name, StringComparison.Ordinal));
}
