using System.Diagnostics.CodeAnalysis;

namespace ChangeSentinel.GitHub;

/// <summary>Reads the address of a server that tokens are sent to.</summary>
public static class ReadAddress
{
    private const int MostShown = 200;

    /// <summary>
    /// Absolute, https (http only on this machine's own addresses), without user, query and fragment.
    /// </summary>
    /// <param name="name">The variable or input it was read from.</param>
    /// <param name="error">A whole sentence: what was found and what is allowed.</param>
    public static bool TryParse(
        string name, string text, [NotNullWhen(true)] out Uri? address, [NotNullWhen(false)] out string? error)
    {
        error = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out address) || address.Host.Length == 0)
            error = $"{name} is {Shown(text)}; it must be an absolute address such as https://github.example.com.";
        else if (!IsSafe(address))
            error = $"{name} is {Shown(text)}; it must begin with https://, because a token is sent there "
                + "(http:// is allowed on localhost, 127.0.0.1 and [::1] alone).";
        else if (address.UserInfo.Length > 0)
            error = $"{name} holds a user name or password; leave out everything before the @.";
        else if (address.Query.Length > 0 || address.Fragment.Length > 0)
            error = $"{name} has a query or a fragment; leave out everything from the ? or # on.";
        if (error is not null)
            address = null;
        return address is not null;
    }

    /// <summary>A token may be sent there: nobody between can read it.</summary>
    internal static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    internal static bool IsSameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme && left.Port == right.Port
        && string.Equals(left.IdnHost, right.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before an @ or behind a ? may be secret.</summary>
    public static string Shown(string text)
    {
        if (text.AsSpan().ContainsAny('@', '?'))
            return "no such address";
        return text.Length > MostShown ? $"'{text.AsSpan(0, MostShown)}…'" : $"'{text}'";
    }
}
