namespace ChangeSentinel.Scenarios.Step;

/// <summary>A shop whose payments need a senior's eyes; dana is no senior, alice and bob are.</summary>
internal static class Payments
{
    public const string Policy =
        """
        version: 1
        paths: |
          *                low
          /src/payments/   high
        seniority:
          - mid: ["@dana", "@carol"]
          - senior: ["@alice", "@bob"]
        require:
          - { tier: high, ai: true, author_below: senior, approvals: 1, from: senior }
        """;

    public static async Task<World> Shop(string policy = Policy)
    {
        var world = await World.Open();
        foreach (var login in new[] { "dana", "carol", "alice", "bob" })
            world.Person(login);
        world.Policy(policy);
        return world;
    }

    /// <summary>Dana opens a pull request on the payments that an agent helped her with.</summary>
    public static Change OpensAssisted(this World world, string path = "src/payments/Refund.cs")
    {
        var dana = world.Person("dana");
        var change = world.Opens("dana", "Round refunds", NewFile.Text("notes.md", "Refunds are rounded.\n"));
        change.Pushes(new NewCommit("Round refunds\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n", [NewFile.Text(path, "round\n")])
        {
            Author = dana.Signature,
        });
        return change;
    }
}
