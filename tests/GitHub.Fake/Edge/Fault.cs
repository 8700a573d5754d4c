using System.Text.RegularExpressions;

namespace ChangeSentinel.Fake.Edge;

/// <summary>How GitHub fails.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>A bare status: 500, 502, 503.</summary>
    /// <param name="RetryAfter">Seconds; null where it does not say.</param>
    public sealed record Status(int Code, int? RetryAfter = null) : Fault;

    /// <summary>429 that says how long to wait.</summary>
    public sealed record TooMany(int RetryAfter) : Fault;

    /// <summary>403 for a secondary limit.</summary>
    /// <param name="RetryAfter">Seconds; null where it does not say.</param>
    public sealed record Secondary(int? RetryAfter) : Fault;

    /// <summary>403 because nothing is left of the hour.</summary>
    /// <param name="Reset">Seconds until it starts anew.</param>
    public sealed record Exhausted(int Reset) : Fault;

    /// <summary>The answer, cut in half, as if whole.</summary>
    public sealed record Truncated : Fault;

    /// <summary>The answer's first half, then the connection breaks.</summary>
    public sealed record Broken : Fault;

    /// <summary>Nothing, until the client goes.</summary>
    public sealed record Silent : Fault;

    /// <summary>200 whose body says that it failed.</summary>
    public sealed record GraphQlErrors(string Kind, string Message) : Fault;
}

/// <summary>Faults that wait for their request.</summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Planned> planned = [];

    /// <summary>The next requests that fit fail this way.</summary>
    /// <param name="method">Null for any.</param>
    /// <param name="path">Below the API's root without its query; a star is any text.</param>
    public void Add(Fault fault, string? method, string path, int times = 1)
    {
        var pattern = "^" + Regex.Escape(path).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        lock (gate)
            planned.Add(new(fault, method, new(pattern)) { Left = times });
    }

    internal Fault? Take(string method, string path)
    {
        lock (gate)
        {
            var next = planned.Find(one =>
                one.Left > 0 && (one.Method ?? method) == method && one.Path.IsMatch(path));
            if (next is not null)
                next.Left--;
            return next?.Fault;
        }
    }

    private sealed record Planned(Fault Fault, string? Method, Regex Path)
    {
        public int Left { get; set; }
    }
}
