namespace ChangeSentinel.Services;

/// <summary>Gives the services of one ecosystem the names they go by in the graph.</summary>
internal static class SettleNames
{
    /// <param name="declared">Names a dependency may have that no discovered service has.</param>
    public static IEnumerable<Service> Of(
        IReadOnlyList<DiscoveredService> found, IReadOnlySet<string> declared)
    {
        var shared = found.DistinctBy(service => service.Key, StringComparer.Ordinal)
            .GroupBy(service => service.Name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in found)
            names.TryAdd(service.Key, shared.Contains(service.Name) ? service.LongName : service.Name);

        foreach (var service in found)
            yield return new()
            {
                Name = names[service.Key],
                Paths = service.Paths,
                Folders = service.Folders,
                DependsOn = [.. service.Needs.Select(Name).OfType<string>()],
                Owners = service.Owners,
                Place = service.Place,
            };

        string? Name(string needed) =>
            names.TryGetValue(needed, out var name) ? name : declared.Contains(needed) ? needed : null;
    }
}
