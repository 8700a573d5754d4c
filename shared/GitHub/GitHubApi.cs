using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChangeSentinel.GitHub;

/// <summary>One GitHub, spoken to as one account: REST and GraphQL over one connection pool.</summary>
/// <remarks>
/// Every call retries within the budget of its connection, waits as long as a limit asks where that fits the
/// budget, and ends in an answer or a <see cref="ForgeException"/>. At most 50 requests are open at once. What
/// may have been carried out already is not sent again: a POST that nobody answered ends as Unavailable, and who
/// wanted it looks whether it took effect.
/// </remarks>
public sealed class GitHubApi : IDisposable
{
    private const int DoubtsAfterEvent = 2;

    private readonly GitHubConnection connection;
    private readonly TimeProvider clock;
    private readonly Exchange exchange;
    private readonly RetryWithinBudget retry;

    /// <param name="tags">Answers to keep for asking again for free; null where each is asked for once.</param>
    public GitHubApi(GitHubConnection connection, TimeProvider clock, EntityTags? tags = null)
    {
        this.connection = connection;
        this.clock = clock;
        exchange = new(connection, clock, tags);
        retry = new(clock);
    }

    /// <summary>How many requests were sent, redirects and further tries among them.</summary>
    public int Requests => exchange.Requests;

    /// <summary>Reads one resource.</summary>
    /// <param name="path">Below the API's root, without a leading slash; parts from outside are escaped.</param>
    public async Task<T> Get<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Value<T>(await Ask(Reading(Address(path), type), cancellationToken));

    /// <summary>
    /// The same, for what an event has just announced: GitHub may not see it yet, so "not found" is asked again
    /// twice.
    /// </summary>
    public async Task<T> GetAfterEvent<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Value<T>(await Ask(
            Reading(Address(path), type) with { DoubtedAbsences = DoubtsAfterEvent }, cancellationToken));

    /// <summary>The same; null where it is not there (404).</summary>
    public async Task<T?> Find<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await Ask(Reading(Address(path), type), cancellationToken);
        return answer.Setback?.Failure == ForgeFailure.NotFound ? null : Value<T>(answer);
    }

    /// <summary>
    /// Reads every page of a list, in order: as many at once as `expected` says, and what Link says beyond that.
    /// </summary>
    /// <param name="path">Without `per_page` and `page`; pages hold 100.</param>
    /// <param name="expected">How many items the list is believed to hold; null where nothing is known.</param>
    /// <exception cref="ForgeException">There are more than 100 pages (TooLarge), or one failed.</exception>
    public Task<IReadOnlyList<T>> List<T>(
        string path, JsonTypeInfo<T[]> page, int? expected, CancellationToken cancellationToken) =>
        List(path, page, static items => items, expected, cancellationToken);

    /// <summary>The same, where a page is an object that holds the items: check runs, say.</summary>
    public async Task<IReadOnlyList<T>> List<TPage, T>(
        string path, JsonTypeInfo<TPage> page, Func<TPage, IReadOnlyList<T>> items, int? expected,
        CancellationToken cancellationToken)
    {
        var all = new List<T>();
        foreach (var answer in await PagesOf(path, page).Read(expected, cancellationToken))
            all.AddRange(items((TPage)answer.Value!));
        return all;
    }

    /// <summary>Reads a list one page behind the other, in order, until enough of it was read.</summary>
    /// <param name="path">Without `per_page` and `page`; pages hold 100.</param>
    /// <param name="enough">Asked behind each page about everything read so far.</param>
    public async Task<IReadOnlyList<T>> ListUntil<T>(
        string path, JsonTypeInfo<T[]> page, Func<IReadOnlyList<T>, Task<bool>> enough,
        CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await PagesOf(path, page).ReadUntil(
            answer =>
            {
                all.AddRange((T[])answer.Value!);
                return enough(all);
            },
            cancellationToken);
        return all;
    }

    /// <summary>Writes: POST, PATCH, PUT or DELETE, and reads the answer.</summary>
    /// <param name="body">JSON; null for none.</param>
    public async Task<T> Send<T>(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<T> type,
        CancellationToken cancellationToken) =>
        Value<T>(await Ask(Writing(method, path, body) with { Type = type }, cancellationToken));

    /// <summary>The same, where the answer does not matter.</summary>
    public async Task Send(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken) =>
        Checked(await Ask(Writing(method, path, body), cancellationToken));

    /// <summary>Asks GraphQL; an answer with `errors` is a failure, whatever its status code.</summary>
    /// <param name="query">The document; values from outside go into the variables.</param>
    /// <param name="variables">A JSON object.</param>
    public async Task<T> Query<T>(
        string query, ReadOnlyMemory<byte> variables, JsonTypeInfo<T> data, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(query.Length + variables.Length + 64);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("query", query);
            json.WritePropertyName("variables");
            json.WriteRawValue(variables.Span);
            json.WriteEndObject();
        }

        var writes = query.AsSpan().TrimStart().StartsWith("mutation", StringComparison.Ordinal);
        return Value<T>(await Ask(
            new(HttpMethod.Post, connection.GraphQl)
            {
                Body = body.WrittenMemory,
                Type = data,
                IsGraphQl = true,
                Repeatable = !writes,
            },
            cancellationToken));
    }

    public void Dispose() => exchange.Dispose();

    /// <summary>Reads what lies at a whole address, which the caller has reason to trust.</summary>
    internal async Task<T> GetAt<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Value<T>(await Ask(Reading(address, type), cancellationToken));

    /// <summary>A POST that may be carried out twice without harm: making a token, say.</summary>
    internal async Task<T> Repeat<T>(
        string path, ReadOnlyMemory<byte> body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Value<T>(await Ask(
            Writing(HttpMethod.Post, path, body) with { Type = type, Repeatable = true }, cancellationToken));

    private PageReader PagesOf(string path, JsonTypeInfo page)
    {
        var deadline = new Deadline(clock, connection.Budget);
        return new(
            async (address, token) => Checked(await Ask(Reading(address, page), deadline, token)), Address(path));
    }

    private static GitHubRequest Reading(Uri address, JsonTypeInfo type) =>
        new(HttpMethod.Get, address) { Type = type, Repeatable = true };

    private GitHubRequest Writing(HttpMethod method, string path, ReadOnlyMemory<byte>? body) =>
        new(method, Address(path)) { Body = body, Repeatable = method != HttpMethod.Post };

    private ValueTask<Answer> Ask(GitHubRequest request, CancellationToken cancellationToken) =>
        Ask(request, new(clock, connection.Budget), cancellationToken);

    private ValueTask<Answer> Ask(GitHubRequest request, Deadline deadline, CancellationToken cancellationToken) =>
        retry.Run(new(exchange, request, deadline), cancellationToken);

    /// <summary>A path that was put together wrongly must not reach something else.</summary>
    private Uri Address(string path)
    {
        var end = path.IndexOf('?', StringComparison.Ordinal);
        var plain = end < 0 ? path.AsSpan() : path.AsSpan(0, end);
        foreach (var range in plain.Split('/'))
            if (Uri.UnescapeDataString(plain[range]) is "" or "." or "..")
                throw Malformed(plain);
        return path.AsSpan().ContainsAny('#', '\\')
            ? throw Malformed(plain)
            : new(connection.Root.AbsoluteUri + path);
    }

    private static ForgeException Malformed(ReadOnlySpan<char> path) => new(
        ForgeFailure.Refused,
        $"'{path}' is not asked of GitHub: a part of it is empty, relative or not escaped.");

    private static Answer Checked(Answer answer) =>
        answer.Setback is { } setback ? throw new ForgeException(setback.Failure, setback.Message) : answer;

    private static T Value<T>(Answer answer) => (T)Checked(answer).Value!;
}
