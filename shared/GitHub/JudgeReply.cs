using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ChangeSentinel.GitHub;

/// <summary>What an answer that is no success means, and whether asking again can help.</summary>
internal sealed class JudgeReply(Limits limits)
{
    private const int MostShown = 300;

    /// <param name="body">What came of the body; GitHub says in it what is wrong.</param>
    public Setback Of(Call call, HttpResponseMessage reply, ReadOnlyMemory<byte> body, Secret token)
    {
        var (message, codes) = Read(body);
        var headers = reply.Headers.NonValidated;
        var status = reply.StatusCode;
        if (status is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests
            && limits.Read(call, status, headers, message) is { } limited)
            return limited;
        var name = call.Request.Name;
        var answered = $"GitHub answered {name} with {(int)status}{Said(message, codes, token)}";
        return status switch
        {
            _ when codes.Contains("too_large", StringComparer.Ordinal) =>
                new(ForgeFailure.TooLarge, $"{answered}: it is larger than GitHub shows."),
            HttpStatusCode.Unauthorized => new(
                ForgeFailure.Unauthorized,
                $"{answered}: the token is wrong, has expired or is missing; give a valid one."),
            HttpStatusCode.Forbidden or HttpStatusCode.UnavailableForLegalReasons => new(
                ForgeFailure.Forbidden, $"{answered}: {Missing(headers)}."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => Absent(call, answered),
            HttpStatusCode.Conflict => new(
                ForgeFailure.Conflict, $"{answered}: it has changed meanwhile; read it again."),
            >= HttpStatusCode.InternalServerError => Broken(call, reply, answered),
            HttpStatusCode.RequestTimeout => Unavailable(call, answered + "."),
            _ => new(ForgeFailure.Refused, $"{answered}; it will not accept this request as it is."),
        };
    }

    /// <summary>Asked again where asking twice does no harm.</summary>
    public static Setback Unavailable(Call call, string message, bool wasSent = true) =>
        new(ForgeFailure.Unavailable, message)
        {
            Wait = call.Request.Repeatable || !wasSent ? call.Pause : null,
        };

    /// <summary>GitHub's own words, shortened, and without the token should they hold it.</summary>
    public static string Quote(string message, Secret token)
    {
        var safe = message.Replace(token.Reveal(), token.ToString(), StringComparison.Ordinal).Trim().TrimEnd('.');
        return safe.Length > MostShown ? $"'{safe.AsSpan(0, MostShown)}…'" : $"'{safe}'";
    }

    private static Setback Absent(Call call, string answered) =>
        new(ForgeFailure.NotFound, $"{answered}: it is not there, or the token may not see it.")
        {
            Wait = call.Tries <= call.Request.DoubtedAbsences ? call.Pause * 2 : null,
        };

    private Setback Broken(Call call, HttpResponseMessage reply, string answered)
    {
        var setback = Unavailable(call, answered + ".");
        var asked = limits.RetryAfter(reply.Headers.NonValidated);
        return asked > setback.Wait ? setback with { Wait = asked } : setback;
    }

    private static string Missing(HttpHeadersNonValidated headers) =>
        Limits.Named(headers, "X-Accepted-GitHub-Permissions") is { Length: > 0 and <= MostShown } permissions
            ? $"the token may not do this; it needs {permissions.Replace("=", ": ", StringComparison.Ordinal)}"
            : "the token may not do this; give it the permission that this request needs";

    private static string Said(string message, List<string> codes, Secret token)
    {
        var said = message.Length > 0 ? $" ({Quote(message, token)}" : "";
        if (codes.Count > 0 && said.Length > 0)
            said += $", {Quote(string.Join(", ", codes), token)}";
        return said.Length > 0 ? said + ")" : "";
    }

    /// <summary>`message`, and of `errors` the codes or texts; nothing where the body is something else.</summary>
    private static (string Message, List<string> Codes) Read(ReadOnlyMemory<byte> body)
    {
        var codes = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return ("", codes);
            if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
                foreach (var error in errors.EnumerateArray())
                    if ((Text(error) ?? Text(error, "code") ?? Text(error, "message")) is { } code)
                        codes.Add(code);
            return (Text(root, "message") ?? "", codes);
        }
        catch (JsonException)
        {
            return ("", codes);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
