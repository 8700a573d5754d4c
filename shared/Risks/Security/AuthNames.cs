using System.Buffers;
using System.Collections.Frozen;

namespace ChangeSentinel.Risks;

/// <summary>The names by which code decides who someone is, what he may do, and what stays secret.</summary>
internal static class AuthNames
{
    /// <summary>Names that mean nothing else, wherever they stand in code.</summary>
    private static readonly SearchValues<string> Certain = SearchValues.Create(
        [
            "verify_authenticity_token", "protect_from_forgery", "csrf_exempt", "csrf_protect", "ensure_csrf",
            "@csrf", "ValidateAntiForgeryToken", "IgnoreAntiforgeryToken", ".csrf(", "permitAll",
            ".authenticated()", "anonymous()", "[AllowAnonymous", "AllowAnonymous()", "[Authorize",
            "RequireAuthorization(", "@PreAuthorize", "@PostAuthorize", "@Secured", "@RolesAllowed",
            "@PermitAll", "@DenyAll", "login_required", "LoginRequiredMixin", "permission_required",
            "permission_classes", "authentication_classes", "PermissionRequiredMixin", "password_hash(",
            "password_verify(", "PASSWORD_BCRYPT", "PASSWORD_DEFAULT", "PASSWORD_HASHERS",
            "AUTH_PASSWORD_VALIDATORS", "InsecureSkipVerify", "rejectUnauthorized", "verify=False",
            "verify_ssl", "verify_signature", "NODE_TLS_REJECT_UNAUTHORIZED", "CERT_NONE", "VERIFY_NONE",
            "CURLOPT_SSL_VERIFY", "ServerCertificateValidationCallback",
            "ServerCertificateCustomValidationCallback", "DangerousAcceptAnyServerCertificate",
            "danger_accept_invalid_certs", "TrustAllCerts", "NoopHostnameVerifier",
            "_create_unverified_context", "check_password", "set_password", "compare_digest",
            "timingSafeEqual", "ConstantTimeCompare", "constant_time_compare", "secure_compare",
            "hash_equals", "FixedTimeEquals", "hasRole(", "hasAnyRole(", "hasAuthority(", "hasAnyAuthority(",
            "hasPermission(", "RequireRole(", "Access-Control-Allow", "AllowAnyOrigin", "SetIsOriginAllowed",
            "CORS_ORIGIN_ALLOW", "CORS_ALLOW", "SESSION_COOKIE_", "CSRF_COOKIE_", "CSRF_TRUSTED",
            "SECURE_SSL_REDIRECT", "SECURE_HSTS", "skipVerify", "skip_verify", "skipAuth", "skip_auth",
            "bypassAuth", "bypass_auth", "skip_authorization", "skip_before_action :auth",
            "has_secure_password", "attr_encrypted", "before_action :authenticate", "ValidateLifetime",
            "ValidateIssuer", "ValidateAudience", "RequireSignedTokens", "RequireHttpsMetadata", ".can(",
            ".can?(", "abort(403", "abort(401", "helmet(", "getInstance(\"MD5\")",
            "load_and_authorize_resource", "skipAuthorization",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>What a line must hold to be looked at.</summary>
    public static string[] Roots { get; } =
    [
        "auth", "oidc", "saml", "sso", "jwt", "jws", "jwe", "jwks", "csrf", "xsrf", "cors", "hmac", "crypt",
        "argon2", "pbkdf2", "passw", "pwd", "passphrase", "credential", "permi", "rbac", "acl", "mfa", "otp",
        "login", "logon", "logout", "signin", "cipher", "aes", "rsa", "signature", "impersonate", "passkey",
        "crypto", "ldap", "kerberos", "forgery", "user", "session", "token", "secret", "role", "admin",
        "access", "signed", "owner", "cert", "tls", "ssl", "cookie", "apikey", "api_key", "api-key",
        "private_key", "hostname", "privilege", "tenant", "staff", "moderator", "scope", "identity",
        "principal", "origin", "nonce", "verify", "secure", "compare_digest", "hash_equals", "timingSafe",
        "ConstantTime", "FixedTime", "anonymous", "samesite", "httponly", "SECURE_", "TrustAll", "ghp_",
        "gho_", "ghs_", "github_pat_", "AKIA", "ASIA", "xoxb-", "xoxp-", "xapp-", "sk_live_", "rk_live_",
        "glpat-", "AIza", "npm_", "signing_key", "signingKey", "encryption_key", "encryptionKey",
        "privateKey", "-----BEGIN ", "Denied", "DenyAll", "invalid_certs", "insecure", "mtls",
        "ValidateLifetime", "ValidateIssuer", "ValidateAudience", "RequireHttps", "can(", "can?", "abort(40",
        "helmet(",
    ];

    private static readonly SearchValues<string> AnyRoot =
        SearchValues.Create(Roots, StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Core = FrozenSet.Create(
        StringComparer.Ordinal,
        "auth", "authn", "authz", "authenticate", "authenticated", "authenticates", "authentication",
        "authenticator", "authorize", "authorized", "authorizes", "authorization", "authorizer", "authorise",
        "authorised", "authorisation", "oauth", "oauth2", "oidc", "saml", "jwt", "jws", "jwe", "jwks", "csrf",
        "xsrf", "cors", "hmac", "bcrypt", "argon2", "argon2id", "scrypt", "pbkdf2", "password", "passwords",
        "passwd", "passphrase", "credential", "credentials", "permission", "permissions", "rbac", "acl",
        "mfa", "totp", "otp", "login", "logon", "logout", "signin", "sso", "encrypt", "decrypt", "encryption",
        "decryption", "cipher", "aes", "rsa", "signature",
        "impersonate", "webauthn", "passkey", "crypto", "ldap", "kerberos", "antiforgery");

    private static readonly FrozenSet<string> Guarded = FrozenSet.Create(
        StringComparer.Ordinal,
        "user", "session", "token", "tokens", "secret", "secrets", "role", "roles", "admin", "access",
        "signed", "owner", "cert", "certificate", "tls", "ssl", "cookie", "apikey", "hostname", "privilege",
        "privileges", "tenant",
        "staff", "superuser", "moderator", "scope", "scopes", "identity", "principal", "origin", "nonce");

    private static readonly FrozenSet<string> Guarding = FrozenSet.Create(
        StringComparer.Ordinal,
        "require", "required", "requires", "reject", "rejects", "check", "checks", "ensure", "must", "verify",
        "validate", "enforce", "guard", "restrict", "deny", "allow", "allowed", "revoke", "issue", "sign",
        "hash", "is", "has", "can",
        "cannot", "protect", "grant", "forbid", "invalidate", "rotate", "skip", "bypass", "disable",
            "assert");

    private static readonly FrozenSet<string> Shown = FrozenSet.Create(
        StringComparer.Ordinal,
        "label", "button", "title", "placeholder", "style", "styles", "icon", "color", "text", "css", "hint",
        "message", "error", "errors", "exception", "err", "msg", "component", "screen", "modal", "dialog",
        "template", "description",
        "url", "link", "route", "test", "mock", "fake", "stub", "log", "logger", "metric", "tooltip", "width",
            "height");

    public static bool MayStandIn(string code) => code.AsSpan().ContainsAny(AnyRoot);

    public static bool IsCertain(string code) => code.AsSpan().ContainsAny(Certain);

    /// <summary>Whether a name is that of a decision about who may do what.</summary>
    public static bool IsOne(string name)
    {
        if (name.Length < 4)
            return name.ToLowerInvariant() is "jwt" or "aes" or "rsa" or "acl" or "otp" or "mfa" or "sso";
        var words = Identifiers.Words(name);
        if (words.Any(Shown.Contains))
            return false;
        return words.Any(Core.Contains) || (words.Any(Guarded.Contains) && words.Any(Guarding.Contains));
    }

    /// <summary>
    /// The first such name that is called, marks a declaration, filters or is asked in a condition.
    /// </summary>
    public static string? In(string code)
    {
        var isCondition = code.TrimStart() is var start
            && (start.Begins("if ") || start.Begins("if(") || start.Begins("unless ")
                || start.Begins("} else if")
                || start.Begins("elif ") || start.Begins("elsif ") || start.Begins("guard ")
                    || start.Begins("return "));
        var isFilter =
            start.HasAny("before_action", "around_action", "use(", "Use(", "middleware", "Depends(", "only:");
        foreach (var name in Identifiers.In(code))
        {
            if (!IsOne(name.Text))
                continue;
            var isCalled = name.End < code.Length
                && (code[name.End] is '(' or '!' or '{' || CallsMember(code, name.End));
            var isMark = name.Start > 0 && (code[name.Start - 1] == '@'
                || (code[name.Start - 1] == '[' && start.Length > 0 && start[0] == '['));
            if (isCalled || isMark || isCondition || isFilter)
                return name.Text;
        }

        return null;
    }

    /// <summary>Whether `.verify(` follows, so that the name is a library's that is asked.</summary>
    private static bool CallsMember(string code, int at)
    {
        if (code[at] != '.')
            return false;
        var end = at + 1;
        while (end < code.Length && CodeText.IsName(code[end]))
            end++;
        return end > at + 1 && end < code.Length && code[end] == '(';
    }
}
