using System.Diagnostics;

namespace ChangeSentinel.Fake.Edge;

/// <summary>A request the fake heard.</summary>
/// <param name="Path">Below the API's root with its query, escaped as it came; `/graphql` for GraphQL.</param>
public sealed record RecordedRequest(int Number, string Method, string Path)
{
    public string Body { get; set; } = "";

    public string Authorization { get; set; } = "";

    /// <summary>0 while it is not answered.</summary>
    public int Status { get; set; }

    /// <summary>When it began and was answered, in one order for all requests; the end is 0 until then.</summary>
    public int Began { get; init; }

    public int Ended { get; set; }

    /// <summary>How many requests had to be answered one after another until this one was, itself included.</summary>
    public int Level { get; internal set; }

    /// <summary>Whether it fetches a token, which is left out of the depth.</summary>
    public bool FetchesToken { get; init; }

    /// <summary>
    /// Whether it reads the head back. It is left out of the depth, and the check it guards counts as begun with it.
    /// </summary>
    public bool ReadsBack { get; internal set; }

    /// <summary>Whether it changes anything people see.</summary>
    public bool Writes => Method != "GET" && Path != "/graphql" && !Path.EndsWith("/access_tokens", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path} → {Status}, level {Level}";
}

/// <summary>Every request in the order it came, and how deep they lie.</summary>
public sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<RecordedRequest> requests = [];
    private int order;
    private int open;
    private long lastBegan;

    /// <summary>The most that were open at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>A copy, with levels.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (gate)
            {
                Level();
                return [.. requests];
            }
        }
    }

    /// <summary>
    /// The longest chain of requests of which each began after another was answered, up to the first that fits.
    /// </summary>
    public int Depth(Func<RecordedRequest, bool> until) => All.FirstOrDefault(until)?.Level
        ?? throw new InvalidOperationException("No request fits; there were:\n" + string.Join('\n', All));

    /// <summary>The longest chain of all.</summary>
    public int Depth() => All.Select(request => request.Level).DefaultIfEmpty(0).Max();

    /// <summary>Tells which requests read the head back before a check passes.</summary>
    public void MarkReadBack(Func<RecordedRequest, bool> which)
    {
        lock (gate)
        {
            foreach (var request in requests.Where(which))
                request.ReadsBack = true;
        }
    }

    /// <summary>Forgets what was, so that levels start anew.</summary>
    public void Clear()
    {
        lock (gate)
            requests.Clear();
    }

    /// <summary>How long ago the last request began.</summary>
    internal TimeSpan SinceLast => Stopwatch.GetElapsedTime(Volatile.Read(ref lastBegan));

    internal RecordedRequest Begin(string method, string path)
    {
        lock (gate)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++open);
            var request = new RecordedRequest(requests.Count + 1, method, path)
            {
                Began = ++order,
                FetchesToken = IsTokenFetch(path),
            };
            requests.Add(request);
            Volatile.Write(ref lastBegan, Stopwatch.GetTimestamp());
            return request;
        }
    }

    internal void End(RecordedRequest request, int status)
    {
        lock (gate)
        {
            open--;
            request.Status = status;
            request.Ended = ++order;
        }
    }

    private static bool IsTokenFetch(string path) =>
        path.EndsWith("/access_tokens", StringComparison.Ordinal)
        || path.EndsWith("/installation", StringComparison.Ordinal)
        || path.StartsWith("/oidc/", StringComparison.Ordinal);

    private void Level()
    {
        var counted = new List<RecordedRequest>();
        foreach (var request in requests)
        {
            var began = Began(request);
            request.Level = 1 + counted.Where(other => other.Ended > 0 && other.Ended < began)
                .Select(other => other.Level).DefaultIfEmpty(0).Max();
            if (!request.FetchesToken && !request.ReadsBack)
                counted.Add(request);
        }
    }

    private int Began(RecordedRequest request) =>
        request.Writes && request.Path.Contains("/check-runs", StringComparison.Ordinal)
            ? requests.Where(other => other.ReadsBack && other.Ended > 0 && other.Ended < request.Began)
                .Select(other => other.Began).DefaultIfEmpty(request.Began).Min()
            : request.Began;
}
