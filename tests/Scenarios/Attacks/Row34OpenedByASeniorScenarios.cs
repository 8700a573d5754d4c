using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 34: Alice, a senior, lends her name to what Dana, who is none, wrote with an agent.</summary>
public static class Row34OpenedByASeniorScenarios
{
    private const string Assisted = "Round refunds\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n";

    [Fact]
    public static async Task A_junior_s_branch_that_a_senior_opens_is_a_junior_s()
    {
        await using var world = await Payments.Shop();
        world.Keep(() => world.State.Push(world.Shop, world.Person("dana"), "work", Commit(world, "dana")));
        var change = world.Opens("alice", from: "work");

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "Needs 1 of bob (senior)");
        change.Shows("waiting", because: "dana");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Fact]
    public static async Task Neither_of_the_two_can_approve_it()
    {
        await using var world = await Payments.Shop();
        world.Keep(() => world.State.Push(world.Shop, world.Person("dana"), "work", Commit(world, "dana")));
        var change = world.Opens("alice", from: "work");
        change.IsCommentedBy("alice", $"/approve {change.ShortHead}");
        change.IsReviewedBy("dana", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice opened it");
        world.NothingPasses();

        change.IsReviewedBy("bob", approving: true);
        (await change.Runs("pull_request_review")).Ends(0);

        change.Shows("approved", because: "bob");
    }

    [Fact]
    public static async Task A_senior_who_pushes_a_junior_s_commits_herself_changes_nothing()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("alice", "work", Commit(world, "dana") with { Committer = world.Person("alice").Signature });

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "bob");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_junior_who_pushes_once_to_a_senior_s_branch_lowers_it()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("alice", "work", Commit(world, "alice"));
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("not-applicable");

        change.IsPushedToBy("dana", NewFile.Text("notes.md", "x\n"));
        change.ForcePushes(world.Shop.Pulls[0].Commits.First());
        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "bob");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_stranger_s_commits_stand_below_every_rung_whoever_opens_them()
    {
        await using var world = await Payments.Shop();
        world.Person("mallory", Role.Read);
        var change = world.OpensBranch("alice", "work", Commit(world, "mallory"));

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "bob");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_senior_s_own_work_asks_nobody_and_a_name_in_a_trailer_does_not_lower_it()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("alice", "work", Commit(world, "alice") with { Message = Assisted + "Co-authored-by: Dana <dana@example.com>\n" });

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("not-applicable");
    }

    private static NewCommit Commit(World world, string author) =>
        world.Commit(world.Person(author), Assisted, NewFile.Text("src/payments/Refund.cs", "round\n"));

    private static Change Opens(this World world, string login, string from) => world.Keep(() => new Change(
        world, world.State.OpenPull(world.Shop, world.Person(login), (world.Shop, from), "Round refunds")));
}
