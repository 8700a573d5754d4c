namespace ChangeSentinel.Changes;

/// <summary>What an account says it is; a local repository knows only names and e-mails.</summary>
public enum AccountKind
{
    Unknown,
    User,
    Bot,
}

/// <summary>
/// Somebody who acted: an account of the forge, or the name and e-mail git recorded where no account is known.
/// </summary>
public sealed record Person
{
    /// <summary>The numeric account id, which outlives renames; null where only git's record is known.</summary>
    public long? Id { get; init; }

    /// <summary>The login without @; null where only git's record is known.</summary>
    public string? Login { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public AccountKind Kind { get; init; }

    /// <summary>How people are told who this is: the login, else the name, else the e-mail.</summary>
    public string Display => Login ?? Name ?? Email ?? "somebody unknown";

    /// <summary>
    /// Whether both are one and the same, by the strongest mark both carry: account id, else login, else e-mail.
    /// </summary>
    public bool IsSameAs(Person other)
    {
        if (Id is { } id && other.Id is { } otherId)
            return id == otherId;
        if (Login is { } login && other.Login is { } otherLogin)
            return string.Equals(login, otherLogin, StringComparison.OrdinalIgnoreCase);
        return Email is { } email && string.Equals(email, other.Email, StringComparison.OrdinalIgnoreCase);
    }
}
