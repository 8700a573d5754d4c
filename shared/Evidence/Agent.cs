namespace ChangeSentinel.Evidence;

/// <summary>One coding agent, with every mark it is known to leave.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Source">Where the marks are documented or were seen: a URL, or how many real commits.</param>
public sealed record Agent(string Name, string Source)
{
    /// <summary>Addresses that are the agent's alone.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Addresses known from hearsay only; they count, weakly, beside the agent's own name.</summary>
    public IReadOnlyList<string> Hearsay { get; init; } = [];

    /// <summary>
    /// The maker's domains, where employees write too; they count only beside the agent's own name.
    /// </summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Accounts of the forge; those of apps with their `[bot]`.</summary>
    public IReadOnlyList<string> Logins { get; init; } = [];

    public IReadOnlyList<long> Ids { get; init; } = [];

    /// <summary>How the agent marks the name of the person it works for.</summary>
    public IReadOnlyList<string> NameSuffixes { get; init; } = [];

    /// <summary>Lower-case words of its name that mean nothing else.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Lower-case words of its name that people or other things bear too.</summary>
    public IReadOnlyList<string> CommonWords { get; init; } = [];

    /// <summary>Trailers that only this agent, or a tool around it, writes.</summary>
    public IReadOnlyList<string> SessionKeys { get; init; } = [];

    /// <summary>Beginnings of links to its sessions, without `https://`; the session's id follows.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Texts it writes into descriptions.</summary>
    public IReadOnlyList<string> Descriptions { get; init; } = [];

    /// <summary>Names its branches have by its own doing; see <see cref="BranchShape"/>.</summary>
    public IReadOnlyList<BranchShape> Branches { get; init; } = [];

    /// <summary>
    /// True where the account stands for a suggestion that a person accepted, not for work of its own.
    /// </summary>
    public bool SuggestsOnly { get; init; }
}

/// <summary>
/// A branch name's form: `*` is any text, `{digits}` a run of digits, `{hex4}` four hexadecimal digits.
/// </summary>
public sealed record BranchShape(string Pattern, SignalStrength Strength = SignalStrength.Weak);
