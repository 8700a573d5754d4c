using System.Text.Encodings.Web;

namespace ChangeSentinel.Fake.Edge;

/// <summary>How the fake writes JSON.</summary>
internal static class Json
{
    /// <summary>Letters of every script as they are, as GitHub sends them.</summary>
    public static JsonSerializerOptions Plain { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>A time as GitHub writes it: `2026-01-31T12:00:00Z`.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? at) => at is { } known ? Time(known) : null;
}
