using System.Text.RegularExpressions;

namespace ChangeSentinel.Fake.Edge;

/// <summary>Which method and path is answered by what.</summary>
/// <param name="Pattern">`/repos/{owner}/{repo}/git/ref/{*ref}`; a star takes slashes too.</param>
public sealed record Route(string Method, string Pattern, Func<Call, Answer> Handle)
{
    private readonly Regex shape = Compile(Pattern);

    /// <summary>The parts the pattern took from the path, unescaped; null where it does not fit.</summary>
    /// <param name="path">As it came, escaped.</param>
    public IReadOnlyDictionary<string, string>? Match(string method, string path) =>
        method == Method && shape.Match(path) is { Success: true } match
            ? match.Groups.Values.Where(group => !char.IsAsciiDigit(group.Name[0]))
                .ToDictionary(group => group.Name, group => Uri.UnescapeDataString(group.Value))
            : null;

    private static Regex Compile(string pattern)
    {
        var text = Regex.Escape(pattern).Replace("}", "\\}", StringComparison.Ordinal);
        text = Regex.Replace(text, @"\\\{(\\\*)?(\w+)\\\}", part =>
            $"(?<{part.Groups[2].Value}>{(part.Groups[1].Success ? ".+" : "[^/]+")})");
        return new($"^{text}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }
}

/// <summary>Every route the fake knows; the first that fits answers.</summary>
public sealed class RouteTable
{
    private readonly List<Route> routes = [];

    public IReadOnlyList<Route> Routes => routes;

    public void Get(string pattern, Func<Call, Answer> handle) => routes.Add(new("GET", pattern, handle));

    public void Post(string pattern, Func<Call, Answer> handle) => routes.Add(new("POST", pattern, handle));

    public void Patch(string pattern, Func<Call, Answer> handle) => routes.Add(new("PATCH", pattern, handle));

    public void Delete(string pattern, Func<Call, Answer> handle) => routes.Add(new("DELETE", pattern, handle));

    public (Route Route, IReadOnlyDictionary<string, string> Parts)? Find(string method, string path)
    {
        foreach (var route in routes)
        {
            if (route.Match(method, path) is { } parts)
                return (route, parts);
        }

        return null;
    }
}
