namespace ChangeSentinel.Services;

/// <summary>Services and who needs whom; immutable, and cycles are allowed.</summary>
public sealed class ServiceGraph
{
    private readonly Dictionary<string, int> byName;
    private readonly IReadOnlyList<int>[] dependencies;
    private readonly IReadOnlyList<int>[] dependents;
    private readonly ServicePaths paths;

    /// <param name="services">In any order; a dependency on a name that is not among them draws no
    /// edge.</param>
    /// <exception cref="ArgumentException">Two services have the same name.</exception>
    public ServiceGraph(IEnumerable<Service> services)
    {
        Services = [.. services.OrderBy(service => service.Name, StringComparer.Ordinal)];
        byName = Services.Index()
            .ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        dependencies = [.. Services.Select(Needed)];
        dependents = Reversed(dependencies);
        paths = new(Services);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<Service> Services { get; }

    public Service? Find(string name) => byName.TryGetValue(name, out var index) ? Services[index] : null;

    /// <summary>The services these files belong to, by name.</summary>
    public IReadOnlyList<string> Touched(IEnumerable<string> paths) =>
        Names(paths.SelectMany(path => this.paths.Of(path)).Distinct());

    /// <summary>
    /// The services that need one of these, directly or through others, by name. A given service is among
    /// them where it needs another given one: the more is touched, the more stands downstream, never less.
    /// </summary>
    public IReadOnlyList<string> Downstream(IEnumerable<string> services) =>
        Names(Reach.From(Known(services), dependents));

    /// <summary>
    /// The services that need this one directly, by name; empty where there is no such service.
    /// </summary>
    public IReadOnlyList<string> Dependents(string name) =>
        Names(Known([name]).SelectMany(index => dependents[index]));

    /// <summary>The services of this graph that this one needs directly, by name.</summary>
    public IReadOnlyList<string> Dependencies(string name) =>
        Names(Known([name]).SelectMany(index => dependencies[index]));

    private IReadOnlyList<int> Needed(Service service, int self) =>
        [.. Known(service.DependsOn).Where(index => index != self)];

    private IReadOnlyList<int> Known(IEnumerable<string> names) =>
    [
        .. names.Select(name => byName.GetValueOrDefault(name, -1)).Where(index => index >= 0).Distinct(),
    ];

    private IReadOnlyList<string> Names(IEnumerable<int> indexes) =>
        [.. indexes.Order().Select(index => Services[index].Name)];

    private static IReadOnlyList<int>[] Reversed(IReadOnlyList<int>[] edges)
    {
        var reversed = edges.Select(_ => new List<int>()).ToArray();
        for (var from = 0; from < edges.Length; from++)
            foreach (var to in edges[from])
                reversed[to].Add(from);

        return reversed;
    }
}
