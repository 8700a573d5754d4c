namespace ChangeSentinel.Fake.State;

/// <summary>What somebody may do in a repository.</summary>
public enum Role
{
    None,
    Read,
    Triage,
    Write,
    Maintain,
    Admin,
}

/// <summary>A label a repository has.</summary>
public sealed record Label(long Id, string Name, string Color, string? Description);

/// <summary>A move of a branch, as the repository's activity shows it.</summary>
/// <param name="Kind">`push`, `force_push`, `branch_creation`, `branch_deletion`, `pr_merge`, `merge_queue_merge`.</param>
public sealed record Activity(long Id, string Ref, string Kind)
{
    public required string Before { get; init; }

    public required string After { get; init; }

    /// <summary>Null where the account is gone.</summary>
    public required Account? Actor { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A repository; a fork shares its parent's objects.</summary>
public sealed class Repository(long id, Account owner, string name)
{
    private int lastNumber;

    public long Id => id;

    public Account Owner => owner;

    public string Name { get; set; } = name;

    public string FullName => $"{Owner.Login}/{Name}";

    public required GitStore Objects { get; init; }

    public Repository? Parent { get; init; }

    public bool Private { get; set; } = true;

    public string DefaultBranch { get; set; } = "main";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Names it had; they answer with a redirect.</summary>
    public IList<string> FormerNames { get; } = [];

    /// <summary>By full name, `refs/heads/main`; pull requests' heads too.</summary>
    public SortedDictionary<string, string> Refs { get; } = new(StringComparer.Ordinal);

    public IList<PullRequest> Pulls { get; } = [];

    public IList<Label> Labels { get; } = [];

    public IList<CheckRun> CheckRuns { get; } = [];

    public IList<CommitStatus> Statuses { get; } = [];

    /// <summary>Oldest first.</summary>
    public IList<Activity> Activities { get; } = [];

    public IDictionary<Account, Role> Collaborators { get; } = new Dictionary<Account, Role>();

    public IList<Ruleset> Rulesets { get; } = [];

    /// <summary>By branch.</summary>
    public IDictionary<string, IList<QueueEntry>> MergeQueues { get; } =
        new Dictionary<string, IList<QueueEntry>>(StringComparer.Ordinal);

    /// <summary>What GITHUB_TOKEN may do where a workflow says nothing: `read` or `write`.</summary>
    public string DefaultWorkflowPermissions { get; set; } = "read";

    /// <summary>Branches protected the old way, with the checks they require.</summary>
    public IDictionary<string, IReadOnlyList<string>> ProtectedBranches { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public int NextNumber() => ++lastNumber;

    public PullRequest? Pull(int number) => Pulls.FirstOrDefault(pull => pull.Number == number);

    public string? Branch(string branch) => Refs.GetValueOrDefault("refs/heads/" + branch);

    public Label? Label(string name) =>
        Labels.FirstOrDefault(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public Role RoleOf(Account account) =>
        Collaborators.TryGetValue(account, out var role) ? role
        : account == owner ? Role.Admin
        : Private ? Role.None : Role.Read;

    /// <summary>The commit a name means: a full or short id, a branch, a tag or a full ref; null for none.</summary>
    public string? Resolve(string revision)
    {
        if (GitStore.IsId(revision))
            return Objects.Find(revision) is null ? null : revision;
        foreach (var prefix in (string[])["", "refs/", "refs/tags/", "refs/heads/"])
        {
            if (Refs.TryGetValue(prefix + revision, out var id))
                return id;
        }

        return revision == "HEAD" ? Branch(DefaultBranch)
            : revision.Length >= 7 && revision.All(char.IsAsciiHexDigit) ? Objects.Find(revision)?.Id
            : null;
    }
}
