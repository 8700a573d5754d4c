using ChangeSentinel.Tests.Git;

namespace ChangeSentinel.Tests;

/// <summary>A shop's repository: a policy on main, branches judged by it, and always the same commits.</summary>
public sealed class SampleShop : IDisposable
{
    public const string Policy =
        """
        version: 1

        paths: |
          *                      low
          /src/                  medium
          /src/payments/         high       @acme/payments
          /db/migrations/        critical   @acme/dba

        services:
          ledger:    { paths: [/src/payments/] }
          checkout:  { paths: [/src/checkout/], depends_on: [ledger] }
          web:       { paths: [/src/web/], depends_on: [checkout] }

        raise:
          - { to: critical, hazard: [destructive-sql] }

        seniority:
          - mid: ["@dana"]
          - senior: ["@alice", "@bob"]

        require:
          - { tier: medium, ai: true, author_below: senior, approvals: 1, from: senior }

        """;

    private const string Dana = "Dana Doe <dana@example.com>";

    public SampleShop(string policy = Policy)
    {
        Sandbox.Commit(new("main",
            SandboxFile.Text(".blastradius.yml", policy),
            SandboxFile.Text("src/payments/Refund.cs", "class Refund\n{\n    decimal amount;\n}\n"),
            SandboxFile.Text("README.md", "# Shop\n"))
        {
            Message = "Begin",
            Author = "Alice Ames <alice@example.com>",
        });
        Branch("feature/refund-rounding", "src/payments/Refund.cs", Refund,
            "Round refunds to the currency's minor unit\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        Branch("docs", "README.md", "# The shop\n", "Say which shop");
        Sandbox.Run("checkout", "--quiet", "feature/refund-rounding");
    }

    public GitSandbox Sandbox { get; } = new();

    public string Directory => Sandbox.Directory;

    private static string Refund => string.Concat(
        "class Refund\n{\n    decimal amount;\n",
        string.Concat(Enumerable.Range(1, 12).Select(
            line => $"    decimal Round{line}() => decimal.Round(amount, {line});\n")),
        "}\n");

    public void Dispose() => Sandbox.Dispose();

    private void Branch(string name, string path, string content, string message)
    {
        Sandbox.Branch(name, "main");
        Sandbox.Commit(new(name, SandboxFile.Text(path, content)) { Message = message, Author = Dana });
    }
}
