using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>A bound on time, tries, memory or parallel work, and the value a line gives it.</summary>
internal readonly record struct Limit(string Name, string Value)
{
    /// <summary>What a line must hold to be looked at.</summary>
    public static string[] Roots { get; } =
    [
        "timeout", "tries", "time_limit", "timeLimit", "retr", "attempt", "pool", "overflow", "conn",
        "concurren", "parallel", "worker", "thread", "mem", "cpu", "heap", "rate", "replica", "prefetch",
        "flight", "queue", "burst", "qps", "xmx", "old-space", "nofile", "body", "backoff", "deadline",
        "poll", "instances", "consumers", "requests", "processes", "jobs", "max=", "max:",
    ];

    private static readonly SearchValues<string> AnyRoot =
        SearchValues.Create(Roots, StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Bounds = new(
        [
            "max", "min", "maximum", "minimum", "size", "limit", "limits", "count", "num", "number", "total",
            "capacity", "idle", "open", "active", "depth", "length", "per", "core",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Bounded = new(
        [
            "pool", "connection", "connections", "conn", "conns", "worker", "workers", "thread", "threads",
            "queue", "inflight", "flight", "heap", "mem", "memory", "cpu", "instances", "consumers",
            "requests", "replicas", "rate", "overflow", "processes", "retry", "body", "concurrent", "jobs",
            "poll",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Alone = new(
        [
            "timeout", "timeouts", "retries", "attempts", "concurrency", "parallelism", "poolsize",
            "maxconnections", "workers", "threads", "replicas", "prefetch", "burst", "qps", "memory", "cpu",
            "cpus", "maxoverflow", "maxretries", "backoff", "deadline", "nofile", "retry", "pool", "tries",
            "maxmemory", "reserved_concurrent_executions", "concurrent", "ratelimit",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> NotBounds = new(
        [
            "exception", "error", "err", "code", "status", "message", "msg", "handler", "callback", "event",
            "id", "name", "test", "type", "reason", "label", "key", "metric", "policy", "version", "port",
            "log", "width", "height", "image", "font", "index", "rows", "path", "url", "text",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a line may hold a limit at all.</summary>
    public static bool MayStandIn(string code) => code.AsSpan().ContainsAny(AnyRoot);

    /// <summary>Whether a name, with the key above it where it is general, is that of a limit.</summary>
    public static bool IsName(string name)
    {
        if (!MayStandIn(name))
            return false;
        var words = Identifiers.Words(name);
        if (words.Count == 0 || words.Any(NotBounds.Contains))
            return false;
        return words.Any(word => Alone.Contains(word) || word.EndsWith("timeout", StringComparison.Ordinal))
            || (words.Any(Bounds.Contains) && words.Any(Bounded.Contains))
            || (words.Contains("time", StringComparer.Ordinal)
                && words.Contains("limit", StringComparer.Ordinal));
    }

    /// <summary>A number with or without a unit, or a word that takes the bound away.</summary>
    public static bool IsValue(string value)
    {
        var text = value.Trim(' ', '"', '\'', '\t');
        return text.AsSpan().ContainsAnyInRange('0', '9')
            || text.ToLowerInvariant() is "none" or "null" or "nil" or "unlimited" or "infinity"
                or "math.inf";
    }
}
