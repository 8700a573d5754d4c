using System.Text.Json.Serialization.Metadata;

namespace ChangeSentinel.GitHub;

/// <summary>One GitHub, spoken to as one account: REST and GraphQL over one connection pool.</summary>
/// <remarks>
/// Every call retries within the budget of its connection, waits as long as a limit asks where that fits the
/// budget, and ends in an answer or a <see cref="ForgeException"/>. At most 50 requests are open at once.
/// </remarks>
public sealed class GitHubApi : IDisposable
{
    /// <summary>Reads one resource.</summary>
    /// <param name="path">Below the API's root, without a leading slash; parts from outside are escaped.</param>
    public Task<T> Get<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The same; null where it is not there (404).</summary>
    public Task<T?> Find<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => throw new NotImplementedException();

    /// <summary>
    /// Reads every page of a list, in order: as many at once as `expected` says, and what Link says beyond that.
    /// </summary>
    /// <param name="path">Without `per_page` and `page`; pages hold 100.</param>
    /// <param name="expected">How many items the list is believed to hold; null where nothing is known.</param>
    public Task<IReadOnlyList<T>> List<T>(
        string path, JsonTypeInfo<T[]> page, int? expected, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Reads a list page by page, in order, until enough of it was read; for lists without numbered pages.</summary>
    /// <param name="enough">Asked behind each page about all that was read so far.</param>
    public Task<IReadOnlyList<T>> ListUntil<T>(
        string path, JsonTypeInfo<T[]> page, Func<IReadOnlyList<T>, Task<bool>> enough,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Writes: POST, PATCH, PUT or DELETE, and reads the answer.</summary>
    /// <param name="body">JSON; null for none.</param>
    public Task<T> Send<T>(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<T> type,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The same, where the answer does not matter.</summary>
    public Task Send(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Asks GraphQL; an answer with `errors` is a failure, whatever its status code.</summary>
    /// <param name="query">The document; values from outside go into the variables.</param>
    /// <param name="variables">A JSON object.</param>
    public Task<T> Query<T>(
        string query, ReadOnlyMemory<byte> variables, JsonTypeInfo<T> data, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public void Dispose()
    {
    }
}
