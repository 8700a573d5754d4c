namespace ChangeSentinel.Risks;

/// <summary>Judges which paths a script may remove without anyone missing them.</summary>
internal static class RemovedPaths
{
    private static readonly HashSet<string> MadeAgain = new(
        [
            "dist", "build", "out", "output", "target", "node", "modules", "cache", "caches", "coverage",
            "tmp", "temp", "pycache", "release", "obj", "bin", "artifacts", "artifact", "generated", "gen",
            "nyc", "next", "nuxt", "venv", "log", "logs", "pyc", "o", "class", "egg", "info", "eggs", "work",
            "workdir", "staging", "scratch", "site", "public", "reports", "report", "results", "bower",
            "parcel", "turbo", "gradle", "eslintcache", "pytest", "mypy", "tox", "tsbuildinfo", "orig", "bak",
            "swp", "rej", "ds", "store", "derived", "deriveddata", "pods", "debug", "bundle", "vendor",
            "checkout", "clone",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Precious = new(
        [
            "data", "database", "db", "storage", "uploads", "upload", "backup", "backups", "home", "root",
            "volumes", "volume", "postgres", "postgresql", "mysql", "mongo", "mongodb", "redis", "pgdata",
            "secrets", "migrations", "git", "prod", "production", "state", "tfstate", "media", "archive",
            "snapshots",
        ],
        StringComparer.Ordinal);

    private static readonly string[] Unmissed =
    [
        "/tmp/", "/var/tmp/", "/var/cache/", "/var/lib/apt/lists", "/root/.cache", "/usr/share/doc",
        "/usr/share/man", "/dev/shm/", "/run/", "/var/run/", "/proc/", "/tmp", "/var/log/", "/usr/src/",
        "/mnt/tmp",
    ];

    /// <summary>
    /// Why nobody should remove this path in passing; null where it comes back with the next build.
    /// </summary>
    public static string? Why(string path, ScriptFacts facts)
    {
        if (path is "/" or "/*" or "/." or "~" or "~/" or "~/*" or "$HOME" or "${HOME}" or "$HOME/"
            or "$HOME/*" or "..")
            return $"this removes everything under {path}";
        if (facts.IsThrownAway && path is not ("." or "*") && path.Length > 0 && path[0] is not '$')
            return null;
        if (path is "." or "*" or "./*" or "../*" or "./" or "../")
            return $"this removes all of {path}, wherever the script happens to stand";
        if (path.StartsWith('$') || path.StartsWith('%'))
            return Variable(path, facts);
        var words = Identifiers.Words(path);
        if (path.StartsWith('/') || path.StartsWith("~/", StringComparison.Ordinal))
            return Unmissed.Any(start => path.StartsWith(start, StringComparison.Ordinal))
                || (words.Count > 0 && IsMadeAgain(path))
                ? null
                : $"this removes {path} from the machine for good";
        return words.Any(Precious.Contains)
            && !IsMadeAgain(path) ? $"this removes what {path} holds for good" : null;
    }

    /// <summary>Whether the last part of a path is output that the next build makes again.</summary>
    public static bool IsMadeAgain(string path)
    {
        var parts = path.TrimEnd('/', '*', '.').Split('/', 100);
        return parts.Length > 0 && Identifiers.Words(parts[^1]) is { Count: > 0 } words
            && words.Any(MadeAgain.Contains)
            && !words.Any(Precious.Contains);
    }

    private static string? Variable(string path, ScriptFacts facts)
    {
        if (path.Contains(":?", StringComparison.Ordinal) || path.StartsWith("$(", StringComparison.Ordinal))
            return null;
        var name = path.NameFrom(0);
        var end = path.IndexOf(name, StringComparison.Ordinal) + name.Length;
        var rest = path[Math.Min(path.Length, end)..].TrimStart('}');
        var words = Identifiers.Words(name);
        var isTemporary = words.Any(word => word is "tmp" or "temp" or "tmpdir" or "tempdir" or "mktemp")
            || facts.IsTemporary(name);
        if (isTemporary)
            return null;
        if (rest is "/" or "/*" or "/." && !facts.StopsAtUnset)
            return $"where {name} is empty this removes the root of the machine";
        return words.Any(Precious.Contains) && (rest.Length < 3 || !IsMadeAgain(rest))
            ? $"this removes what {name} holds for good"
            : null;
    }
}
