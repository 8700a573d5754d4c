using System.Globalization;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `90s`, `15m`, `2h` or `2d`.</summary>
internal static class ReadDuration
{
    private const int MostDigits = 5;

    /// <summary>At least one second; null, reported, where it is none.</summary>
    public static TimeSpan? From(YamlCursor cursor)
    {
        if (cursor.Node is YamlNode.Scalar scalar && Parse(scalar.Text) is { } duration)
            return duration;
        cursor.Error(cursor.Node is YamlNode.Scalar text
            ? $"'{YamlQuote.Of(text.Text)}' is no duration; write 90s, 15m, 2h or 2d, five digits at most"
            : $"{cursor.Name} must be a duration such as 90s, 15m, 2h or 2d");
        return null;
    }

    /// <summary>From one second; null where the text is no duration.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > MostDigits + 1 || text[0] == '0' ||
            !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
