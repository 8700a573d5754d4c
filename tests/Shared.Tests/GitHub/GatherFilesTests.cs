using ChangeSentinel.Changes;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class GatherFilesTests
{
    [Fact]
    public static async Task Attack_19_renames_modes_links_and_submodules_are_read_with_both_sides()
    {
        await using var ground = await GatherGround.Open();
        var lines = string.Join('\n', Enumerable.Range(1, 30)) + "\n";
        ground.Push(
            ground.Alice, "main",
            NewFile.Text("src/old.cs", lines), NewFile.Text("run.sh", "echo\n"), NewFile.Text("plain", "target\n"));
        var pull = ground.Pull(
            NewFile.Removed("src/old.cs"),
            NewFile.Text("docs/new.cs", lines + "31\n"),
            NewFile.Text("run.sh", "echo\n") with { Mode = "100755" },
            NewFile.Text("plain", "README.md") with { Mode = "120000" },
            NewFile.Text("vendor/lib", "1234567890123456789012345678901234567890") with { Mode = "160000" },
            new NewFile("logo.png", [137, 80, 0, 1]),
            NewFile.Text("empty", ""));

        var files = Fact((await ground.Gather(pull)).Change.Files).ToDictionary(file => file.Path);

        var renamed = files["docs/new.cs"];
        Assert.Equal((FileChange.Renamed, "src/old.cs"), (renamed.Change, renamed.Old!.Path));
        Assert.Single(Fact(renamed.Patch).Lines, line => line.Side is LineSide.Added);
        Assert.Equal(("100644", "100755"), (files["run.sh"].Old!.Mode, files["run.sh"].New!.Mode));
        Assert.Empty(Fact(files["run.sh"].Patch).Hunks);
        Assert.False(files["run.sh"].Binary);
        Assert.Equal((FileChange.TypeChanged, "120000"), (files["plain"].Change, files["plain"].New!.Mode));
        Assert.Equal("160000", files["vendor/lib"].New!.Mode);
        Assert.True(files["logo.png"].Binary);
        Assert.Equal((false, 0), (files["empty"].Binary, Fact(files["empty"].Patch).Hunks.Count));
    }

    [Fact]
    public static async Task The_merge_base_is_the_old_side_where_the_base_has_moved_on()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("src/a.cs", "one\n2\nthree\n"));
        var start = ground.Shop.Branch("main");
        ground.Push(ground.Bob, "main", NewFile.Text("src/a.cs", "0\none\ntwo\nthree\n"), NewFile.Text("other", "1\n"));

        var (change, _, _) = await ground.Gather(pull);

        Assert.Equal((start, ground.Shop.Branch("main")), ($"{change.MergeBase}", $"{change.BaseCommit}"));
        var file = Assert.Single(Fact(change.Files));
        Assert.Equal(1, Fact(file.Patch).Lines.Count(line => line.Side is LineSide.Added));
    }

    [Fact]
    public static async Task Attack_18_files_beyond_three_thousand_come_from_the_trees()
    {
        await using var ground = await GatherGround.Open();
        NewFile[] many =
            [.. Enumerable.Range(0, 3_005).Select(number => NewFile.Text($"many/{number:D4}.txt", $"{number}\n"))];
        var pull = ground.Pull(many);

        var files = Fact((await ground.Gather(pull)).Change.Files);

        Assert.Equal(3_005, files.Count);
        Assert.Equal(3_005, files.DistinctBy(file => file.Path).Count());
        Assert.Equal(5, files.Count(file => file.Patch is Known<Patch>.Unknown));
        Assert.Equal("GitHub shows no lines beyond the first 3,000 files", Reason(files[^1].Patch));
    }

    [Fact]
    public static async Task A_tree_that_is_cut_is_read_folder_by_folder_and_never_believed_to_be_whole()
    {
        await using var ground = await GatherGround.Open();
        ground.Push(ground.Alice, "main", NewFile.Text("deep/er/x.txt", "1\n"), NewFile.Text("z.txt", "last\n"));
        ground.State.TreeLimit = 2;
        var pull = ground.Pull(NewFile.Text("deep/er/x.txt", "2\n"), NewFile.Removed("z.txt"), NewFile.Text("new/y", "1\n"));

        var files = Fact((await ground.Gather(pull)).Change.Files);

        Assert.Equal(
            [(FileChange.Modified, "deep/er/x.txt"), (FileChange.Added, "new/y"), (FileChange.Removed, "z.txt")],
            files.Select(file => (file.Change, file.Path)));
        Assert.Equal("100644", files[0].Old!.Mode);
    }

    [Fact]
    public static async Task A_cut_tree_and_more_files_than_are_listed_leave_the_files_unknown()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(
            [.. Enumerable.Range(0, 3_001).Select(number => NewFile.Text($"many/{number:D4}.txt", $"{number}\n"))]);
        ground.State.TreeLimit = 100;

        var (change, _, _) = await ground.Gather(pull);

        Assert.Contains("3000 of 3001 changed files", Reason(change.Files), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_list_that_is_older_than_the_base_is_put_right_by_the_trees()
    {
        await using var ground = await GatherGround.Open();
        var head = ground.Push(ground.Alice, "work", NewFile.Text("first", "1\n"));
        ground.Push(ground.Alice, "work", NewFile.Text("second", "1\n"));
        var pull = ground.State.OpenPull(ground.Shop, ground.Alice, (ground.Shop, "work"), "Two");
        ground.State.Move(ground.Shop, ground.Bob, "main", head);

        var (change, _, _) = await ground.Gather(pull);

        Assert.Equal(head, $"{change.MergeBase}");
        Assert.Equal(["second"], Fact(change.Files).Select(file => file.Path));
        Assert.Single(Fact(change.Commits));
    }
}
