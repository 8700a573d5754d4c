namespace ChangeSentinel.Policies;

/// <summary>A name with an `@` before it: a user or a team.</summary>
internal static class Mention
{
    /// <summary>Either of both.</summary>
    public static bool Is(string text) => IsUser(text) || IsTeam(text);

    /// <summary>`@user`.</summary>
    public static bool IsUser(string text) => text.AsSpan() is ['@', .. var login] && IsName(login);

    /// <summary>`@org/team`.</summary>
    public static bool IsTeam(string text) =>
        text.AsSpan() is ['@', .. var name] && name.IndexOf('/') is >= 0 and var slash &&
        IsName(name[..slash]) && IsName(name[(slash + 1)..]);

    /// <summary>
    /// CODEOWNERS takes it for an owner, but GitHub never says which account it belongs to.
    /// </summary>
    public static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at &&
        at < text.Length - 1 && text.LastIndexOf('@') == at;

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '[' or ']'))
                return false;
        return name.Length is > 0 and <= 100;
    }
}
