using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 18: a change so large or so empty that GitHub does not show all of it.</summary>
public static class Row18HugeChangeScenarios
{
    private const string Payment = "src/payments/Refund.cs";
    private const string Hazards = Payments.Policy + "\nraise:\n  - { to: high, hazard: [destructive-sql] }\n";

    [Fact]
    public static async Task Commits_without_a_changed_file_are_undecided()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "claude/nothing", world.Commit(world.Person("dana"), "Nothing"));
        change.IsReviewedBy("alice", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("undecided", because: "has commits, but no changed file is known");
        world.NothingPasses();
        world.WroteOnlyAbout(change);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public static async Task Files_that_GitHub_does_not_list_are_found_in_the_trees(int listed)
    {
        await using var world = await Payments.Shop();
        world.State.FileLimit = listed;
        var change = world.OpensAssisted();

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Fact]
    public static async Task The_file_behind_the_three_thousandth_counts()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "claude/rename", world.Commit(
            world.Person("dana"), "Rename", [.. Enumerable.Range(0, 3_000).Select(each => NewFile.Text($"a/{each}", $"{each}\n")), Refund]));

        var run = await change.Runs("pull_request_target");

        run.Ends(0);
        Assert.Equal(Payment, change.Pull.Files[3_000].Path);
        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_tree_that_is_cut_is_read_folder_by_folder()
    {
        await using var world = await Payments.Shop();
        world.State.TreeLimit = 1;
        var change = world.OpensAssisted();

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Where_neither_the_list_nor_the_tree_is_whole_it_is_undecided()
    {
        await using var world = await Payments.Shop();
        world.State.TreeLimit = 1;
        world.State.FileLimit = 1;
        var change = world.OpensAssisted();
        change.IsReviewedBy("alice", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("undecided", because: "GitHub lists 1 of 2 changed files");
        change.Shows("undecided", because: "split the change");
        world.NothingPasses();
    }

    [Fact]
    public static async Task The_first_of_more_than_two_hundred_and_fifty_commits_counts()
    {
        await using var world = await Payments.Shop();
        var bob = world.Person("bob");
        var dana = world.Person("dana");
        var change = world.OpensBranch(
            "dana",
            "work",
            [
                world.Commit(bob, "Round refunds\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n", Refund),
                .. Enumerable.Range(0, 260).Select(each => world.Commit(dana, $"Step {each}", NewFile.Text("notes.md", $"{each}\n"))),
            ]);
        change.IsReviewedBy("bob", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "bob wrote");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_patch_that_GitHub_does_not_show_is_undecided_where_the_policy_asks_what_lines_do()
    {
        await using var world = await Payments.Shop(Hazards);
        var change = world.Opens("dana", "Migrate", NewFile.Text("db/dump.sql", Lines + "DROP TABLE customers;\n"));
        change.IsReviewedBy("alice", approving: true);

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("undecided", because: "What changed in db/dump.sql is unknown");
        world.NothingPasses();
    }

    [Fact]
    public static async Task A_patch_that_GitHub_does_not_show_changes_nothing_where_only_paths_count()
    {
        await using var world = await Payments.Shop();
        var change = world.OpensBranch("dana", "claude/x", world.Commit(world.Person("dana"), "Dump", NewFile.Text("src/payments/dump.sql", Lines)));

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    [Fact]
    public static async Task Lines_are_counted_though_their_patch_is_not_shown()
    {
        await using var world = await Payments.Shop(Payments.Policy + "\nraise:\n  - { to: high, lines: 20000 }\n");
        var change = world.OpensBranch("dana", "claude/x", world.Commit(world.Person("dana"), "Dump", NewFile.Text("docs/dump.txt", Lines)));

        (await change.Runs("pull_request_target")).Ends(0);

        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
    }

    private static NewFile Refund => NewFile.Text(Payment, "round\n");

    private static string Lines => string.Concat(Enumerable.Range(0, 20_001).Select(line => $"-- {line}\n"));
}
