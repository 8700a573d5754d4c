using System.Globalization;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>
/// Whether two records mean one person: certain enough to grant a right, or merely possible, which is enough to
/// refuse one.
/// </summary>
public static class PersonMarks
{
    private const string WebFlowEmail = "noreply@github.com";
    private const string PrivateDomain = "users.noreply.";

    /// <summary>
    /// Everything that can give a person away: account id, login and e-mail, also those an e-mail implies.
    /// </summary>
    public static IReadOnlyList<string> Of(Person person)
    {
        if (IsNobody(person))
            return [];
        List<string> marks = [];
        if (person.Id is { } id)
            marks.Add(IdMark(id));
        if (person.Login is { Length: > 0 } login)
            marks.Add(LoginMark(login));
        if (person.Email?.Trim() is { Length: > 0 } email && !Is(email, WebFlowEmail))
            marks.Add($"email {email.ToLowerInvariant()}");
        var (privateId, privateLogin) = PrivateEmail(person.Email);
        if (privateId is { } hidden)
            marks.Add(IdMark(hidden));
        if (privateLogin is not null)
            marks.Add(LoginMark(privateLogin));
        return marks;
    }

    /// <summary>True where any mark coincides: use it to exclude.</summary>
    public static bool MayBeSame(Person one, Person other) =>
        Of(one).Intersect(Of(other), StringComparer.Ordinal).Any();

    /// <summary>
    /// True where the account ids are equal or, where one is missing, the logins: use it to grant. The private e-mail
    /// address of a forge stands for both.
    /// </summary>
    public static bool IsSame(Person one, Person other)
    {
        if (IdOf(one) is { } id && IdOf(other) is { } otherId)
            return id == otherId;
        return LoginOf(one) is { } login && LoginOf(other) is { } otherLogin && Is(login, otherLogin);
    }

    /// <summary>
    /// The login, or the one a forge's private e-mail address spells out; null where neither is known.
    /// </summary>
    public static string? LoginOf(Person person) => person.Login ?? PrivateEmail(person.Email).Login;

    /// <summary>The committer that GitHub records for merges and edits on its pages: nobody.</summary>
    public static bool IsNobody(Person person) => person.Login is null
        ? person.Email is { } email && Is(email.Trim(), WebFlowEmail)
        : Is(person.Login, "web-flow");

    private static long? IdOf(Person person) => person.Id ?? PrivateEmail(person.Email).Id;

    /// <summary>What `12345+login@users.noreply.github.com` says.</summary>
    private static (long? Id, string? Login) PrivateEmail(string? email)
    {
        var (local, domain) = email?.Trim().Split('@') is [var name, var host] ? (name, host) : ("", "");
        if (local.Length == 0 || !domain.StartsWith(PrivateDomain, StringComparison.OrdinalIgnoreCase))
            return (null, null);

        var plus = local.IndexOf('+', StringComparison.Ordinal);
        var numbered = long.TryParse(
            local.AsSpan(0, Math.Max(plus, 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        return numbered ? (id, local[(plus + 1)..]) : (null, local);
    }

    private static string IdMark(long id) => $"id {id}";

    private static string LoginMark(string login) => $"login {login.ToLowerInvariant()}";

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
