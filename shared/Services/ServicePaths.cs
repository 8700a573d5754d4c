using ChangeSentinel.Paths;

namespace ChangeSentinel.Services;

/// <summary>The paths and folders of many services, compiled into one index.</summary>
internal sealed class ServicePaths
{
    private readonly List<Claim> claims = [];
    private readonly PathRules rules;

    public ServicePaths(IReadOnlyList<Service> services)
    {
        foreach (var (index, service) in services.Index())
        {
            claims.AddRange(service.Paths.Select(path => new Claim(index, path, Ecosystem: null)));
            claims.AddRange(
                service.Folders.Select(folder => new Claim(index, folder.Pattern, folder.Ecosystem)));
        }

        rules = PathRules.Compile([.. claims.Select(claim => claim.Pattern)]);
    }

    /// <summary>The indexes of the services this file belongs to.</summary>
    public IEnumerable<int> Of(string path)
    {
        var matching = rules.All(path);
        // Folders that hold the same file lie inside each other: the longer its name, the deeper it is.
        var deepest = new int[EcosystemNames.All.Count];
        foreach (var claim in matching.Select(index => claims[index]))
            if (claim.Ecosystem is { } ecosystem)
                deepest[(int)ecosystem] = Math.Max(deepest[(int)ecosystem], claim.Pattern.Text.Length);

        return matching.Select(index => claims[index])
            .Where(claim => claim.Ecosystem is not { } ecosystem
                || claim.Pattern.Text.Length == deepest[(int)ecosystem])
            .Select(claim => claim.Service);
    }

    /// <param name="Ecosystem">Null where nested paths do not matter.</param>
    private sealed record Claim(int Service, PathPattern Pattern, Ecosystem? Ecosystem);
}
