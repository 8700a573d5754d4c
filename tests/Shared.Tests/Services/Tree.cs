using ChangeSentinel.Changes;
using ChangeSentinel.Paths;
using ChangeSentinel.Services;

namespace ChangeSentinel.Tests.Services;

/// <summary>A small tree of manifests, and the graph that is read from it.</summary>
public sealed class Tree
{
    private readonly List<SourceFile> files = [];
    private readonly List<Service> declared = [];

    public static IReadOnlySet<Ecosystem> Everything { get; } = EcosystemNames.All.ToHashSet();

    public Tree With(string path, string text)
    {
        files.Add(new(path, text));
        return this;
    }

    public Tree Declaring(Service service)
    {
        declared.Add(service);
        return this;
    }

    public Known<ServiceGraph> Read(params Ecosystem[] discover) => BuildGraph.From(
        declared,
        discover.Length == 0 ? Everything : discover.ToHashSet(),
        Known.Fact<IReadOnlyList<SourceFile>>(files));

    public ServiceGraph Graph() => Assert.IsType<Known<ServiceGraph>.Fact>(Read()).Value;

    /// <summary>Why there is no graph.</summary>
    public string Reason() => Assert.IsType<Known<ServiceGraph>.Unknown>(Read()).Reason;

    /// <summary>Each service with what it needs, `checkout -> ledger, pricing`, by name.</summary>
    public IReadOnlyList<string> Drawn() => Drawn(Graph());

    public static IReadOnlyList<string> Drawn(ServiceGraph graph) =>
    [
        .. graph.Services.Select(service => service.Name +
            (graph.Dependencies(service.Name) is { Count: > 0 } needed ? $" -> {string.Join(", ", needed)}" : "")),
    ];

    public static Service Service(string name, string[]? needs = null, params string[] paths) => new()
    {
        Name = name,
        Paths = [.. paths.Select(path => Assert.IsType<PatternReading.Pattern>(PathPattern.Parse(path)).Value)],
        DependsOn = needs ?? [],
        Place = new(".blastradius.yml", 1, 1),
    };
}
