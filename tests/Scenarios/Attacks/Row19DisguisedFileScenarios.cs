using ChangeSentinel.Scenarios.Step;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Row 19: a guarded file is changed in a way that does not look like it.</summary>
public static class Row19DisguisedFileScenarios
{
    private const string Path = "src/payments/Refund.cs";

    private static readonly string Text = string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line}\n"));

    [Theory]
    [InlineData("lib/Refund.cs")]
    [InlineData("src/Payments/Refund.cs")]
    [InlineData("SRC/PAYMENTS/REFUND.CS")]
    [InlineData("src/payments-old/Refund.cs")]
    public static async Task A_rename_out_of_the_guarded_folder_counts_under_the_old_name_too(string to)
    {
        await using var world = await Shop();
        var change = world.Disguises(NewFile.Removed(Path), NewFile.Text(to, Text));

        (await change.Runs("pull_request_target")).Ends(0);

        Assert.Equal("renamed", Assert.Single(change.Pull.Files).Status);
        change.IsGuarded(world);
    }

    [Theory]
    [InlineData("notes.md")]
    [InlineData("docs/Refund.cs")]
    public static async Task A_rename_into_the_guarded_folder_counts_under_the_new_name_too(string from)
    {
        await using var world = await Shop();
        world.Base((from, Text + "own\n"));
        var change = world.Disguises(NewFile.Removed(from), NewFile.Text("src/payments/New.cs", Text + "own\n"));

        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world);
    }

    [Fact]
    public static async Task A_removed_file_counts()
    {
        await using var world = await Shop();
        var change = world.Disguises(NewFile.Removed(Path));

        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world);
    }

    [Fact]
    public static async Task A_link_in_the_file_s_place_counts_as_the_file()
    {
        await using var world = await Shop();
        var change = world.Disguises(NewFile.Text(Path, "../../docs/lax.cs") with { Mode = "120000" });

        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world);
    }

    [Fact]
    public static async Task A_link_in_the_folder_s_place_counts_as_every_file_of_it()
    {
        await using var world = await Shop();
        var change = world.Disguises(NewFile.Removed(Path), NewFile.Text("src/payments", "../lib") with { Mode = "120000" });

        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world);
    }

    [Fact]
    public static async Task A_submodule_in_the_guarded_folder_counts_and_so_does_where_it_points()
    {
        await using var world = await Shop();
        world.Keep(() => world.State.Push(world.Shop, world.Owner, "main", world.Commit(world.Owner, "Vendor", Module('a'))));
        var change = world.Disguises(Module('b'));

        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world);
    }

    [Fact]
    public static async Task A_file_that_becomes_executable_counts_though_no_line_changes()
    {
        await using var world = await Shop();
        var change = world.Disguises(NewFile.Text(Path, Text) with { Mode = "100755" });

        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world);
    }

    [Fact]
    public static async Task A_mode_that_changes_after_the_approval_is_new_content()
    {
        await using var world = await Shop();
        var change = world.Disguises(NewFile.Text(Path, Text + "more\n"));
        change.IsReviewedBy("alice", approving: true);
        (await change.Runs("pull_request_target")).Ends(0);
        change.Shows("approved");
        var approved = change.Head;

        change.Pushes(NewFile.Text(Path, Text + "more\n") with { Mode = "100755" });
        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world, approved);
    }

    [Fact]
    public static async Task Two_files_that_exchange_their_names_both_count()
    {
        await using var world = await Shop();
        world.Base(("docs/other.md", "other\n"));
        var change = world.Disguises(NewFile.Text(Path, "other\n"), NewFile.Text("docs/other.md", Text));

        (await change.Runs("pull_request_target")).Ends(0);

        change.IsGuarded(world);
    }

    private static async Task<World> Shop()
    {
        var world = await Payments.Shop();
        world.Base((Path, Text));
        return world;
    }

    private static NewFile Module(char digit) =>
        NewFile.Text("src/payments/vendored", new string(digit, 40)) with { Mode = "160000" };

    private static Change Disguises(this World world, params NewFile[] files) =>
        world.OpensBranch("dana", "claude/tidy", world.Commit(world.Person("dana"), "Tidy", files));

    private static void IsGuarded(this Change change, World world, params string[] former)
    {
        change.Shows("waiting", because: "alice");
        change.HasLabels("ai: assisted", "risk: high");
        world.NothingPasses();
        world.WroteOnlyAbout(change, former);
    }
}
