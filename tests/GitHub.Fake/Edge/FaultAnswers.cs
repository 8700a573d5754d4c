using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChangeSentinel.Fake.Edge;

/// <summary>What GitHub answers while it fails.</summary>
internal static class FaultAnswers
{
    private const string SecondaryText =
        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

    public static Answer Of(Fault fault) => fault switch
    {
        // A gateway's page is not JSON.
        Fault.Status { Code: 502 or 503 or 504 } gateway => new(gateway.Code, null)
        {
            Raw = Encoding.UTF8.GetBytes("<!DOCTYPE html><title>Unicorn!</title><p>We had issues producing the response."),
        },
        Fault.Status status => new(status.Code, new JsonObject { ["message"] = "Server Error" }),
        Fault.TooMany => new(429, new RefusedException(429, SecondaryText).Body()),
        Fault.Secondary => new(403, new RefusedException(403, SecondaryText).Body()),
        Fault.Exhausted => new(403, new RefusedException(403, "API rate limit exceeded for installation.").Body()),
        Fault.GraphQlErrors errors => Answer.Ok(new JsonObject
        {
            ["data"] = null,
            ["errors"] = new JsonArray(new JsonObject { ["type"] = errors.Kind, ["message"] = errors.Message }),
        }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static void Headers(IHeaderDictionary headers, Fault fault, DateTimeOffset now)
    {
        var wait = fault switch
        {
            Fault.Status status => status.RetryAfter,
            Fault.TooMany many => many.RetryAfter,
            Fault.Secondary secondary => secondary.RetryAfter,
            _ => null,
        };
        if (wait is { } seconds)
            headers.RetryAfter = Text(seconds);
        if (fault is Fault.Exhausted exhausted)
        {
            headers["x-ratelimit-remaining"] = "0";
            headers["x-ratelimit-reset"] = Text(now.AddSeconds(exhausted.Reset).ToUnixTimeSeconds());
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
