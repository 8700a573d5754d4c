using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>Rounds are told apart by the quiet between them, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(RoundsTests), DisableParallelization = true)]
[Collection(nameof(RoundsTests))]
public static class RoundsTests
{
    [Fact]
    public static async Task From_the_event_to_the_check_are_three_round_trips_and_four_to_the_last_effect()
    {
        // The fake's git commands hold threads that the client beside it needs.
        ThreadPool.SetMinThreads(64, 64);
        await using var ground = await GatherGround.Open();
        ground.Push(
            ground.Alice, "main",
            NewFile.Text(".blastradius.yml", GatherGround.PolicyText + "discover: [npm]\n"),
            NewFile.Text("package.json", "{}"));
        var pull = ground.Pull(NewFile.Text("a", "1\n"), new NewFile("b.png", [0, 1]));
        ground.Push(ground.Alice, "work", NewFile.Text("a", "2\n"));
        ground.Push(ground.Bob, "main", NewFile.Text("other", "1\n"));
        await Run(ground, pull, "ai: agent");
        ground.GitHub.Requests.Clear();
        ground.GitHub.Quiet = TimeSpan.FromMilliseconds(300);

        await Run(ground, pull, "ai: assisted");

        var requests = ground.GitHub.Requests;
        Assert.Equal(3, requests.Depth(request => request.Writes && request.Path.EndsWith("/check-runs", StringComparison.Ordinal)));
        Assert.Equal(4, requests.Depth());
        Assert.InRange(requests.All.Count, 1, 30);
    }

    /// <summary>Once before the rounds count, so that no code is compiled between them.</summary>
    private static async Task Run(GatherGround ground, PullRequest pull, string label)
    {
        var forge = ground.Forge(GatherGround.Hints(pull));
        await forge.Gather(GatherGround.Reference(pull), default);
        await forge.Apply(
            GatherGround.Reference(pull),
            [
                new Effect.SetCheck(
                    Sha.Parse(pull.HeadSha), new("changesentinel", CheckState.InProgress, "Title", "Summary"), null),
                new Effect.CreateLabel(new(label, "aabbcc", "")),
                new Effect.AddLabels([label]),
                new Effect.WriteComment("Hello", null),
            ],
            default);
    }
}
