using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `page`: who is called for a tier, how fast, and what happens on silence.</summary>
internal static class ReadPage
{
    private const int MostPeople = 50;

    private static readonly string[] Keys = ["first", "every", "hours", "then"];

    private static readonly TimeSpan DefaultEvery = TimeSpan.FromMinutes(30);

    public static IReadOnlyList<PagePlan> From(YamlCursor? cursor, PolicyScope scope) =>
    [
        .. (cursor?.Entries() ?? []).Select(entry => One(entry, scope)).OfType<PagePlan>(),
    ];

    private static PagePlan? One((YamlNode.Scalar Key, YamlCursor Value) entry, PolicyScope scope)
    {
        var tier = scope.Tier(entry.Key.Text, entry.Key.Place);
        if (entry.Value.Keys(Keys) is not { } keys || tier is null)
            return null;
        return new()
        {
            Tier = tier.Value,
            First = keys.At("first")?.Count(1, MostPeople) ?? 1,
            Every = (keys.At("every") is { } every ? ReadDuration.From(every) : null) ?? DefaultEvery,
            Hours = Hours(keys.At("hours")),
            Then = Channels(keys.At("then"), scope.Findings),
            Place = entry.Key.Place,
        };
    }

    private static PageHours Hours(YamlCursor? cursor) =>
        cursor?.Word(["working", "any"]) == "any" ? PageHours.Any : PageHours.Working;

    private static IReadOnlyList<string> Channels(YamlCursor? cursor, DiagnosticBag findings)
    {
        var channels = cursor?.Texts("a channel") ?? [];
        foreach (var channel in channels.Where(channel => channel.Text is not ['#', not ' ', ..]))
            findings.Error(
                channel.Place, $"'{YamlQuote.Of(channel.Text)}' is no channel; write '#name', in quotes");
        return [.. channels.Select(channel => channel.Text)];
    }
}
