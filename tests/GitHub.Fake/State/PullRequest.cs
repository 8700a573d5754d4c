namespace ChangeSentinel.Fake.State;

/// <summary>A review; it says what it said of the commit it was given on.</summary>
public sealed class Review
{
    public required long Id { get; init; }

    public required Account Author { get; init; }

    /// <summary>`APPROVED`, `CHANGES_REQUESTED`, `COMMENTED`, `DISMISSED`, `PENDING`.</summary>
    public required string State { get; set; }

    /// <summary>What a dismissed review had said; null for every other.</summary>
    public string? StateBefore { get; set; }

    public required string Commit { get; init; }

    public string Body { get; set; } = "";

    public required DateTimeOffset At { get; init; }
}

/// <summary>A comment in the conversation of a pull request.</summary>
public sealed class Comment
{
    public required long Id { get; init; }

    public required Account Author { get; init; }

    /// <summary>The App through which it was written; null where a person wrote it.</summary>
    public App? App { get; init; }

    public required string Body { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A pull request.</summary>
public sealed class PullRequest
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    /// <summary>Null where the account is gone.</summary>
    public required Account? Author { get; init; }

    public required Repository Repository { get; init; }

    public required string Title { get; set; }

    public string? Body { get; set; }

    public bool Draft { get; set; }

    /// <summary>`open` or `closed`.</summary>
    public string State { get; set; } = "open";

    public DateTimeOffset? MergedAt { get; set; }

    public required string BaseRef { get; set; }

    /// <summary>The base branch when the head last moved; GitHub does not move it with the base.</summary>
    public required string BaseSha { get; set; }

    /// <summary>Where the head branch lives; null where that repository is gone.</summary>
    public Repository? HeadRepository { get; set; }

    public required string HeadRef { get; init; }

    public required string HeadSha { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public IList<Label> Labels { get; } = [];

    public IList<Review> Reviews { get; } = [];

    public IList<Comment> Comments { get; } = [];

    public string MergeBase => Repository.Objects.MergeBase(BaseSha, HeadSha) ?? BaseSha;

    public IReadOnlyList<FileDiff> Files => Repository.Objects.Diff(MergeBase, HeadSha);

    /// <summary>Oldest first.</summary>
    public IEnumerable<string> Commits => Repository.Objects.Ahead(BaseSha, HeadSha).Reverse();

    public int CommitCount => Repository.Objects.Ahead(BaseSha, HeadSha).Count;
}
