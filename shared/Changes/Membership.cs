namespace ChangeSentinel.Changes;

/// <summary>
/// Who stands in which team and holds which repository role, as far as it could be read when the facts were gathered.
/// </summary>
public sealed record Membership
{
    /// <summary>Nothing could be read; what a local repository has.</summary>
    public static Membership Unreadable(string reason) => new() { Otherwise = reason };

    /// <summary>By team as the policy names it, `@org/team`, lower case.</summary>
    public IReadOnlyDictionary<string, Known<IReadOnlyList<Person>>> Teams { get; init; } =
        new Dictionary<string, Known<IReadOnlyList<Person>>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>By repository role (`write`, `maintain`, `admin` …), everyone who holds it.</summary>
    public IReadOnlyDictionary<string, Known<IReadOnlyList<Person>>> Roles { get; init; } =
        new Dictionary<string, Known<IReadOnlyList<Person>>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// By login as the policy names it, without @: the account that name was bound to. Unknown where the name now
    /// belongs to another account and nobody has confirmed it; a name that is not listed means whoever bears it.
    /// </summary>
    public IReadOnlyDictionary<string, Known<Person>> Accounts { get; init; } =
        new Dictionary<string, Known<Person>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a team or role that is not listed is unknown.</summary>
    public string Otherwise { get; init; } = "it was not asked for";

    public Known<IReadOnlyList<Person>> Team(string name) => Find(Teams, name);

    public Known<IReadOnlyList<Person>> Role(string name) => Find(Roles, name);

    private Known<IReadOnlyList<Person>> Find(
        IReadOnlyDictionary<string, Known<IReadOnlyList<Person>>> groups, string name) =>
        groups.TryGetValue(name, out var members) ? members : new Known<IReadOnlyList<Person>>.Unknown(Otherwise);
}
