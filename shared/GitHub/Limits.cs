using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ChangeSentinel.GitHub;

/// <summary>
/// How long GitHub wants to be left alone
/// (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api); whoever is refused tells
/// the others.
/// </summary>
internal sealed class Limits(TimeProvider clock)
{
    private static readonly TimeSpan SecondaryPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private const long MostSeconds = 1_000_000;

    private long restUntil;
    private long graphQlUntil;

    /// <summary>A limit that another request ran into; null where nothing is known.</summary>
    public Setback? Standing(Call call)
    {
        var until = new DateTimeOffset(
            Interlocked.Read(ref call.Request.IsGraphQl ? ref graphQlUntil : ref restUntil), TimeSpan.Zero);
        var wait = until - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? Limited(call, wait) : null;
    }

    /// <summary>The limit an answer speaks of; null where it is refused for another reason.</summary>
    public Setback? Read(Call call, HttpStatusCode status, HttpHeadersNonValidated headers, string message)
    {
        if (RetryAfter(headers) is { } asked)
            return Note(call, asked, everywhere: true);
        if (Named(headers, "x-ratelimit-remaining") is "0" && Number(headers, "x-ratelimit-reset") is { } reset)
            return Note(call, Until(reset), everywhere: false);
        return status == HttpStatusCode.TooManyRequests || IsSecondary(message)
            ? Note(call, SecondaryPause * (1 << Math.Min(call.Tries - 1, 10)), everywhere: true)
            : null;
    }

    /// <summary>A limit of GraphQL, which is told in an answer that looks like a success.</summary>
    public Setback ReadGraphQl(Call call, HttpHeadersNonValidated headers) =>
        Read(call, HttpStatusCode.TooManyRequests, headers, "")!;

    /// <summary>How long the server asks to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter(HttpHeadersNonValidated headers)
    {
        if (Named(headers, "Retry-After") is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, MostSeconds));
        return DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date - clock.GetUtcNow() : null;
    }

    public static bool IsSecondary(string message) =>
        message.Contains("secondary rate limit", StringComparison.OrdinalIgnoreCase)
        || message.Contains("abuse detection", StringComparison.OrdinalIgnoreCase);

    private Setback Note(Call call, TimeSpan wait, bool everywhere)
    {
        wait = wait < call.Pause ? call.Pause : wait > LongestPause ? LongestPause : wait;
        var until = (clock.GetUtcNow() + wait).UtcTicks;
        if (everywhere || call.Request.IsGraphQl)
            Raise(ref graphQlUntil, until);
        if (everywhere || !call.Request.IsGraphQl)
            Raise(ref restUntil, until);
        return Limited(call, wait);
    }

    private Setback Limited(Call call, TimeSpan wait) => new(
        ForgeFailure.Limited,
        $"GitHub's rate limit for this token is used up until {clock.GetUtcNow() + wait:yyyy-MM-dd HH:mm:ss} UTC, so "
        + $"{call.Request.Name} was not answered; run it again after that.")
    {
        Wait = wait,
    };

    /// <summary>A second more: the reset is told in whole seconds.</summary>
    private TimeSpan Until(long reset) =>
        TimeSpan.FromSeconds(Math.Clamp(reset - clock.GetUtcNow().ToUnixTimeSeconds(), 0, MostSeconds) + 1);

    private static long? Number(HttpHeadersNonValidated headers, string name) =>
        long.TryParse(Named(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    public static string? Named(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.ToString() : null;

    private static void Raise(ref long until, long to)
    {
        var seen = Interlocked.Read(ref until);
        while (seen < to)
        {
            var before = Interlocked.CompareExchange(ref until, to, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
