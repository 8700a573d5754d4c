using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Who GitHub's accounts and git's names stand for.</summary>
internal static class ReadPeople
{
    /// <summary>Where an account acted and is gone since; nothing ties anybody to it.</summary>
    public static Person Gone { get; } = new() { Name = "an account that is gone" };

    public static Person Account(AccountReply? account) =>
        account is { Id: not null } or { Login: not null }
            ? new() { Id = account.Id, Login = account.Login, Kind = KindOf(account.Type, account.Login) }
            : Gone;

    public static Person Account(CollaboratorReply account) =>
        Account(new AccountReply(account.Id, account.Login, account.Type));

    /// <summary>
    /// Somebody a commit names: what git recorded, and the account whose e-mail that is where there is one.
    /// </summary>
    public static Person InCommit(AccountReply? account, GitUserReply? written)
    {
        var (name, email) = (Said(written?.Name), Said(written?.Email));
        return account is { Id: not null } or { Login: not null }
            ? Account(account) with { Name = name, Email = email }
            : new() { Name = name, Email = email };
    }

    private static AccountKind KindOf(string? type, string? login) => type switch
    {
        "Bot" => AccountKind.Bot,
        _ when login?.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) is true => AccountKind.Bot,
        "User" => AccountKind.User,
        _ => AccountKind.Unknown,
    };

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
