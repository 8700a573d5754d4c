namespace ChangeSentinel.Fake.State;

/// <summary>A token the fake gave out.</summary>
public sealed record Token(string Text, Account Actor)
{
    public required Permissions Permissions { get; init; }

    /// <summary>The App it belongs to; null for a person's token.</summary>
    public App? App { get; init; }

    /// <summary>The repositories it reaches; null for all its actor may see.</summary>
    public IReadOnlyList<Repository>? Repositories { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Requests an hour.</summary>
    public int Limit { get; init; } = 5000;

    /// <summary>Requests used of the limit.</summary>
    public int Used { get; set; }

    /// <summary>The web token of an App itself, good for its installations only.</summary>
    public bool IsApp { get; init; }
}
