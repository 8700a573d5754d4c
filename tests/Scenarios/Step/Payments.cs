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

    public static QueueEntry Enqueue(this World world, Change change) =>
        world.Keep(() => world.State.Enqueue(change.Pull));

    public static CheckRun? CheckOn(this World world, string commit) =>
        world.Shop.CheckRuns.LastOrDefault(check => check.HeadSha == commit && check.Name == "changesentinel");

    /// <summary>A branch is made of the default branch.</summary>
    public static void Branches(this World world, string name) => world.Keep(() =>
    {
        world.State.Move(world.Shop, world.Owner, name, world.Shop.Branch("main")!);
        return name;
    });

    /// <summary>A second pull request of the same branch, into another base.</summary>
    public static PullRequest AlsoOpens(this World world, Change change, string into) => world.Keep(() =>
    {
        var pull = world.State.OpenPull(
            world.Shop, change.Pull.Author!, (change.Pull.HeadRepository!, change.Pull.HeadRef), "The same elsewhere");
        pull.BaseRef = into;
        pull.BaseSha = world.Shop.Branch(into)!;
        return pull;
    });
}
