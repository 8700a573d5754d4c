using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Services;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel services`: what stands where, and what stands on it.</summary>
internal static class ShowServices
{
    private static readonly string[] Formats = ["text", "json", "dot"];

    public static Verb Verb => new("services", "Shows the services and what stands downstream of them.", Run)
    {
        Usage = "[NAME] [--repo DIR] [--format FORMAT]",
        Options = typeof(ServicesOptions),
        Notes =
        [
            "The graph is drawn from the policy's `services` and from what its `discover` names, read from the last "
            + "commit. Without a policy every ecosystem is read.",
        ],
        Examples =
        [
            new("sentinel services", "every service"),
            new("sentinel services --format dot", "a picture: pipe it into 'dot -Tsvg'"),
            new("sentinel services --format json", "for programs: 'sentinel schema services'"),
        ],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(ServicesOptions))]
    private static async Task<ExitCode> Run(VerbCall call)
    {
        var options = ParseOptions.Of<ServicesOptions>(call, "services");
        var format = ParseOptions.Choice("--format", options.Format, Formats);
        var directory = Path.GetFullPath(options.Repo ?? ".", call.Shell.Directory);
        using var progress = Progress.Of("reading the service graph", call.Shell);
        var (reading, known) = await Graph(directory, call.CancellationToken);
        if (reading is PolicyReading.Invalid invalid)
            return BadPolicy.Say(invalid, call.Shell);
        if (known is not Known<ServiceGraph>.Fact { Value: var graph })
        {
            call.Shell.Complain(
                $"error: the service graph is unknown, because {((Known<ServiceGraph>.Unknown)known!).Reason}\n");
            return ExitCode.Failure;
        }

        progress.Dispose();
        var shown = Chosen(graph, options.Name);
        call.Shell.Say(format switch
        {
            "json" => ServicesReport.Json(graph, shown),
            "dot" => ServicesReport.Dot(graph, shown),
            _ when options.Name is null => ServicesReport.Table(graph),
            _ => ServicesReport.Text(graph, shown[0]),
        });
        return ExitCode.Passes;
    }

    private static async Task<(PolicyReading? Reading, Known<ServiceGraph>? Graph)> Graph(
        string directory, CancellationToken cancellationToken)
    {
        if (FindPolicy.Root(directory) is not { } root || FindPolicy.In(root) is not { } path)
            return (null, await ReadGraph.At(
                directory, [], Enum.GetValues<Ecosystem>().ToHashSet(), cancellationToken));

        var reading = FindPolicy.Open(Path.Combine(root, path), root).Reading;
        return (reading, reading is PolicyReading.Valid { Policy: var policy }
            ? await ReadGraph.At(root, policy, cancellationToken)
            : null);
    }

    private static IReadOnlyList<Service> Chosen(ServiceGraph graph, string? name)
    {
        if (name is null)
            return graph.Services;
        if (graph.Find(name) is { } service)
            return [service];

        var meant = NearestName.Among(name, graph.Services.Select(one => one.Name)) is { } near
            ? $"; did you mean '{near}'?"
            : "; 'sentinel services' lists them all";
        throw new CommandException($"there is no service '{name}'{meant}");
    }
}
