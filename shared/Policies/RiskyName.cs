using System.Collections.Frozen;

namespace ChangeSentinel.Policies;

/// <summary>What a folder's or file's usual name says about the harm a change in it can do.</summary>
/// <param name="Tier">`low`, `high` or `critical`.</param>
internal sealed record RiskyName(string Tier, string Why)
{
    private static readonly RiskyName Documentation = new("low", "documentation");
    private static readonly RiskyName Tests = new("low", "tests; removing one is raised below");
    private static readonly RiskyName Access = new("high", "who may do what");
    private static readonly RiskyName Money = new("high", "money");
    private static readonly RiskyName Running = new("high", "what runs where");
    private static readonly RiskyName Contract = new("high", "a contract others build on");
    private static readonly RiskyName Pipeline = new("high", "runs with the build's secrets");
    private static readonly RiskyName Migration = new("critical", "migrations: what they drop is gone");
    private static readonly RiskyName Infrastructure = new("critical", "infrastructure: it can be deleted");

    /// <summary>By the name of a folder, in lower case.</summary>
    public static FrozenDictionary<string, RiskyName> Folders { get; } = Table(
        (Documentation, ["docs", "doc", "documentation"]),
        (Tests, ["test", "tests", "__tests__", "e2e"]),
        (Access, ["auth", "authentication", "authorization", "oauth", "sso", "iam", "permissions"]),
        (Access, ["security", "crypto", "secrets"]),
        (Money, ["payment", "payments", "billing", "checkout", "invoicing", "ledger", "payouts"]),
        (Running, ["k8s", "kubernetes", "helm", "charts", "deploy", "deployment", "ansible"]),
        (Contract, ["proto", "protos", "openapi"]),
        (Pipeline, [".circleci", ".buildkite", ".tekton"]),
        (Migration, ["migrations", "migrate", "flyway", "liquibase", "alembic"]),
        (Infrastructure, ["infra", "infrastructure", "terraform", "pulumi", "cloudformation", "cdk"]));

    /// <summary>By what a file's name ends in, from its last dot, in lower case.</summary>
    public static FrozenDictionary<string, RiskyName> Extensions { get; } = Table(
        (Documentation, [".md", ".rst", ".adoc"]),
        (Contract, [".proto", ".graphql"]),
        (Infrastructure, [".tf", ".tfvars", ".bicep"]));

    /// <summary>By the whole name of a file, in lower case.</summary>
    public static FrozenDictionary<string, RiskyName> Files { get; } = Table(
        (Contract, ["openapi.yaml", "openapi.yml", "openapi.json", "swagger.json"]),
        (Pipeline, [".gitlab-ci.yml", "jenkinsfile", "azure-pipelines.yml", ".travis.yml"]));

    /// <summary>Words in a team's name that say its files need care.</summary>
    public static IReadOnlyList<string> Teams { get; } =
        ["security", "dba", "database", "infra", "platform", "sre", "payment", "billing", "auth", "crypto"];

    public bool IsLow => Tier == "low";

    private static FrozenDictionary<string, RiskyName> Table(
        params ReadOnlySpan<(RiskyName Risk, string[] Names)> rows)
    {
        var table = new Dictionary<string, RiskyName>(StringComparer.Ordinal);
        foreach (var (risk, names) in rows)
            foreach (var name in names)
                table.Add(name, risk);

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
