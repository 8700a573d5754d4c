namespace ChangeSentinel.Fake.State;

/// <summary>What a token's rights are about; the names are GitHub's with underscores.</summary>
public enum Scope
{
    Metadata,
    Contents,
    PullRequests,
    Issues,
    Checks,
    Statuses,
    Members,
    Administration,
    MergeQueues,
    Actions,
}

public enum Access
{
    None,
    Read,
    Write,
}

/// <summary>The rights of a token; what is not named is none, but metadata is always readable.</summary>
public sealed record Permissions
{
    private readonly IReadOnlyDictionary<Scope, Access> granted;

    private Permissions(IReadOnlyDictionary<Scope, Access> granted) => this.granted = granted;

    public static Permissions None { get; } = new(new Dictionary<Scope, Access>());

    /// <summary>Everything a workflow token can have: every scope that `permissions:` knows, for writing.</summary>
    public static Permissions WorkflowWrite { get; } = None
        .With(Access.Write, Scope.Contents, Scope.PullRequests, Scope.Issues, Scope.Checks, Scope.Statuses)
        .With(Access.Read, Scope.MergeQueues, Scope.Actions);

    /// <summary>What a workflow token has on a pull request from a fork.</summary>
    public static Permissions ForkRead { get; } = None
        .With(Access.Read, Scope.Contents, Scope.PullRequests, Scope.Issues, Scope.Checks, Scope.Statuses)
        .With(Access.Read, Scope.Actions);

    public Access this[Scope scope] =>
        granted.TryGetValue(scope, out var access) ? access
        : scope == Scope.Metadata ? Access.Read : Access.None;

    public IEnumerable<KeyValuePair<Scope, Access>> Granted => granted;

    public Permissions With(Access access, params Scope[] scopes)
    {
        var more = granted.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var scope in scopes)
            more[scope] = access;
        return new(more);
    }

    /// <summary>The name a scope has in JSON: `pull_requests`.</summary>
    public static string Name(Scope scope) => scope switch
    {
        Scope.PullRequests => "pull_requests",
        Scope.MergeQueues => "merge_queues",
        Scope.Metadata or Scope.Contents or Scope.Issues or Scope.Checks or Scope.Statuses or Scope.Members
            or Scope.Administration or Scope.Actions => scope.ToString().ToLowerInvariant(),
    };
}
