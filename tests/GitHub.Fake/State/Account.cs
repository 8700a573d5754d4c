namespace ChangeSentinel.Fake.State;

public enum AccountType
{
    User,
    Bot,
    Organization,
}

/// <summary>An account: a person, a bot of an App, or an organisation.</summary>
public sealed record Account(long Id, string Login, AccountType Type)
{
    /// <summary>What commits of this account are written with.</summary>
    public string Email { get; init; } = $"{Login}@example.com";

    public string Name { get; init; } = char.ToUpperInvariant(Login[0]) + Login[1..];

    /// <summary>`Name &lt;e-mail&gt;`, as git writes it.</summary>
    public string Signature => $"{Name} <{Email}>";

    public override string ToString() => Login;
}

/// <summary>A team of an organisation.</summary>
public sealed record Team(long Id, Account Organization, string Slug)
{
    public IList<Account> Members { get; } = [];
}

/// <summary>A GitHub App.</summary>
/// <param name="Bot">Who its comments and check runs are by.</param>
public sealed record App(long Id, string Slug, Account Bot)
{
    public required string ClientId { get; init; }

    public required Account Owner { get; init; }

    /// <summary>The public key its JSON web tokens are checked with, PEM; null where it signs none.</summary>
    public string? PublicKey { get; init; }
}

/// <summary>An App's presence on an account, with the rights it was given.</summary>
public sealed record Installation(long Id, App App, Account Target)
{
    public required Permissions Permissions { get; init; }

    public IList<Repository> Repositories { get; } = [];
}
