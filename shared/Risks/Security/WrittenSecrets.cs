using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Finds secrets that stand in the text of a change.</summary>
internal static class WrittenSecrets
{
    private static readonly string[] Keys =
    [
        "password", "passwd", "pwd", "secret", "secrets", "token", "apikey", "passphrase", "credential",
        "credentials",
    ];

    /// <summary>
    /// Prefixes of issued tokens and how long they are at least; each vendor documents its own.
    /// </summary>
    private static readonly (string Prefix, int Length, string Name)[] Issued =
    [
        // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
        ("ghp_", 36, "a GitHub token"), ("gho_", 36, "a GitHub token"), ("ghs_", 36, "a GitHub token"),
        ("github_pat_", 60, "a GitHub token"),
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
        ("AKIA", 20, "an AWS access key"), ("ASIA", 20, "an AWS access key"),
        // https://docs.slack.dev/authentication/tokens
        ("xoxb-", 30, "a Slack token"), ("xoxp-", 30, "a Slack token"), ("xapp-", 30, "a Slack token"),
        // https://docs.stripe.com/keys
        ("sk_live_", 24, "a Stripe key"), ("rk_live_", 24, "a Stripe key"),
        // https://docs.gitlab.com/security/tokens/
        ("glpat-", 20, "a GitLab token"),
        // https://cloud.google.com/docs/authentication/api-keys
        ("AIza", 35, "a Google key"),
        // https://docs.npmjs.com/about-access-tokens
        ("npm_", 36, "an npm token"),
    ];

    private static readonly SearchValues<char> NotPlain = SearchValues.Create(" ${}<>()[]*%\\");

    public static string? Why(string code, string extension)
    {
        if (code.Contains("-----BEGIN ", StringComparison.Ordinal)
            && code.Contains("PRIVATE KEY", StringComparison.Ordinal))
            return "a private key stands in the repository, where everyone who can read it has it";
        foreach (var (prefix, length, name) in Issued)
        {
            if (HasToken(code, prefix, length))
                return $"{name} stands in the repository, where everyone who can read it has it";
        }

        return Assigned(code, extension) is { } key
            ? $"{key} stands in the repository, where everyone who can read it has it"
            : null;
    }

    private static bool HasToken(string code, string prefix, int length)
    {
        var at = code.IndexOf(prefix, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && CodeText.IsName(code[at - 1])))
            return false;
        var end = at;
        while (end < code.Length && (char.IsAsciiLetterOrDigit(code[end]) || code[end] is '_' or '-'))
            end++;
        return end - at >= length && !code.Has("EXAMPLE");
    }

    private static string? Assigned(string code, string extension)
    {
        if (!Keys.Any(code.Has) && !code.HasAny("api_key", "api-key", "private_key", "access_key"))
            return null;
        foreach (var name in Identifiers.In(code))
        {
            if (IsKey(name.Text) && Literal(code, name.End, extension) is { } value
                && IsSecret(value, name.Text))
                return name.Text;
        }

        return null;
    }

    private static bool IsKey(string name)
    {
        var words = Identifiers.Words(name);
        return words.Count > 0 && (Keys.Contains(words[^1], StringComparer.Ordinal)
            || (words.Count > 1 && words[^1] is "key"
                && words[^2] is "api" or "private" or "access" or "secret" or "signing"
                or "encryption"));
    }

    /// <summary>The text a name is set to; null where it is no plain text.</summary>
    private static string? Literal(string code, int from, string extension)
    {
        var rest = code.AsSpan(from).TrimStart("\"'] ");
        if (rest.Length < 2 || rest[0] is not (':' or '=') || rest[1] is '=' or ':')
            return null;
        rest = rest[1..].TrimStart(" >");
        if (rest.StartsWith("String") || rest.StartsWith("string"))
            rest = rest[(rest.IndexOf('=') + 1)..].TrimStart();
        if (rest.Length > 1 && rest[0] is '"' or '\'' or '`')
        {
            var end = rest[1..].IndexOf(rest[0]);
            return end < 0 ? null : rest.Slice(1, end).ToString();
        }

        return extension is "yaml" or "yml" or "env" or "properties" or "ini" or "toml" or "conf" or "sh"
            ? rest.Trim().ToString()
            : null;
    }

    private static bool IsSecret(string value, string key) =>
        value.Length is >= 8 and < 500
        && !value.AsSpan().ContainsAny(NotPlain)
        && value.AsSpan().ContainsAnyInRange('0', '9')
        && value.AsSpan().ContainsAnyInRange('a', 'z') | value.AsSpan().ContainsAnyInRange('A', 'F')
        && !value.Has("://") && !value.StartsWith('/') && !value.StartsWith('.') && !value.Is(key)
        && !value.HasAny("example", "changeme", "placeholder", "your-", "your_", "xxxx", "redacted", "arn:",
            "projects/");
}
