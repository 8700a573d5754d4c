using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Services;

namespace ChangeSentinel.Policies;

/// <summary>
/// Writes a first policy for a repository that has none, with the reason for each choice; it always parses.
/// </summary>
public static class DraftPolicy
{
    /// <summary>In a large graph, the services with most direct dependents stand for all.</summary>
    private const int MostMeasured = 200;

    private const int WidestColumn = 40;

    /// <param name="treePaths">Every file of the tree, relative to its root.</param>
    /// <param name="graph">What is discovered when every ecosystem is read.</param>
    public static string From(
        SourceFile? codeOwners, IReadOnlyList<string> treePaths, Known<ServiceGraph> graph)
    {
        var text = new StringBuilder(Head);
        var lines = DraftPaths.From(codeOwners, treePaths);
        var width = Math.Min(lines.Max(line => line.Pattern.Length), WidestColumn);
        foreach (var line in lines)
            text.Append($"  {line.Pattern.PadRight(width)}  {line.Tier,-8}  # {line.Why}\n");

        text.Append(Owners(codeOwners)).Append('\n');
        var ecosystems = string.Join(", ", Ecosystems(treePaths));
        text.Append(Discover(ecosystems, graph)).Append(Raise(ecosystems, graph)).Append(Seniority);
        text.Append(codeOwners is null ? Require : Require + RequireOwners).Append(Mode);
        return text.ToString();
    }

    private const string Head = """
        # How far a change reaches, and who must agree before it ships.
        # A first draft from what stands in this repository; every choice says why. Change what is wrong:
        # `sentinel validate` checks this file, `sentinel explain PATH` says which line decides a path.
        version: 1

        # The last line that matches a file decides its tier: low < medium < high < critical.
        # This file, CODEOWNERS and .github/workflows/ have the top tier without a line.
        paths: |

        """;

    private const string Seniority = """

        # Who is senior. Without this, two rungs come from repository roles: write, and maintain (with admin);
        # with it, write 'senior' for 'maintain' in the rules below.
        # seniority:
        #   - engineer: ["@your-org/engineers"]
        #   - senior:   ["@your-org/seniors"]

        """;

    private const string Require = """

        require:
          # AI-assisted, and the author is no maintainer: one maintainer agrees.
          - { tier: medium, ai: true, author_below: maintain, approvals: 1, from: maintain }
          # Made by an agent: one maintainer agrees, whoever started it.
          - { tier: high, ai: agent, approvals: 1, from: maintain }
          # What can't be undone: one maintainer agrees, whoever wrote it, signed in to GitHub.
          # The author never counts, so this needs two maintainers.
          - { tier: critical, approvals: 1, from: maintain, strength: github }

        """;

    private const string RequireOwners = """
          # And one owner, by CODEOWNERS, of each of those paths.
          - { tier: critical, approvals: 0, owners: true, strength: github }

        """;

    private const string Mode = """

        # Labels and reports without blocking, while you try it:
        # mode: shadow

        """;

    private static string Owners(SourceFile? codeOwners) => codeOwners is null
        ? "  # No CODEOWNERS was found; owners may stand behind a tier: /src/ high @your-org/team\n"
        : $"  # Owners are those of {CommentText.Of(codeOwners.Path)}: nothing is written twice.\n";

    private static IEnumerable<string> Ecosystems(IReadOnlyList<string> treePaths) => EcosystemNames.All
        .Where(ecosystem => treePaths.Any(path => Manifests.Reading(path).Contains(ecosystem)))
        .Select(ecosystem => ecosystem.Name());

    private static string Discover(string ecosystems, Known<ServiceGraph> graph) => graph switch
    {
        _ when ecosystems.Length == 0 => "",
        Known<ServiceGraph>.Unknown unknown =>
            $"# The service graph can't be read yet: {CommentText.Of(unknown.Reason)}\n" +
            $"# discover: [{ecosystems}]\n\n",
        Known<ServiceGraph>.Fact { Value.Services: { Count: > 0 } services } =>
            $"# Who depends on whom, from the manifests in the tree: {services.Count} services today.\n" +
            $"discover: [{ecosystems}]\n\n",
        _ => "",
    };

    private static string Raise(string ecosystems, Known<ServiceGraph> graph) =>
        "raise:\n" + (ecosystems.Length == 0 ? "" : Dependents(graph)) + """
          # Found in the changed lines: what loses data, infrastructure or the lock on the door.
          - { to: critical, hazard: [destructive-sql, infrastructure-destroy, open-access] }
          # What breaks others or removes a guard.
          - { to: high, hazard: [locking-sql, contract-break, security-code, destructive-command] }
          - { to: medium, hazard: [test-removed, resource-limit] }
          # More than a reviewer takes in at once.
          - { to: high, lines: 1000 }

        """;

    private static string Dependents(Known<ServiceGraph> graph)
    {
        if (graph is not Known<ServiceGraph>.Fact { Value: { Services.Count: > 1 } services })
            return "";
        var threshold = services.Services.Count > 20 ? 10 : 3;
        var wide = Widest(services).Where(reach => reach.Dependents >= threshold)
            .Select(reach => $"{CommentText.Of(reach.Name)} ({reach.Dependents})").ToList();
        var today = wide.Count == 0 ? "none today" : $"today {string.Join(", ", wide)}";
        return $"  # {threshold} or more services downstream: {today}.\n" +
            $"  - {{ to: high, dependents: {threshold} }}\n";
    }

    private static IEnumerable<(string Name, int Dependents)> Widest(ServiceGraph graph) => graph.Services
        .OrderByDescending(service => graph.Dependents(service.Name).Count).Take(MostMeasured)
        .Select(service => (service.Name, Dependents: graph.Downstream([service.Name]).Count))
        .OrderByDescending(reach => reach.Dependents).ThenBy(reach => reach.Name, StringComparer.Ordinal)
        .Take(3);
}
