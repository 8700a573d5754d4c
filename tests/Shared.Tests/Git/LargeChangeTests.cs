using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.Git;

public static class LargeChangeTests
{
    [Fact]
    public static async Task A_file_that_is_large_is_unknown_and_never_taken_for_binary()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var large = Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Repeat("DROP TABLE x;\n", 1 + ((32 << 20) / 14))));
        git.Commit(new("feature", new("large.sql"u8.ToArray(), large), SandboxFile.Text("a", "b\n")));

        var files = Files(await git.Gather("main", "feature"));

        Assert.Equal("a", files[0].Path);
        Assert.IsType<Known<Patch>.Fact>(files[0].Patch);
        Assert.False(files[1].Binary);
        Assert.Contains(
            "32 MiB", Assert.IsType<Known<Patch>.Unknown>(files[1].Patch).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_very_long_patch_is_counted_but_not_kept_and_the_others_are()
    {
        using var git = new GitSandbox();
        git.Commit("main", "b.txt", "b\n");
        git.Branch("feature", "main");
        git.Commit(new(
            "feature",
            SandboxFile.Text("a.txt", string.Concat(Enumerable.Repeat("x\n", 200_001))),
            SandboxFile.Text("b.txt", "c\n"),
            SandboxFile.Text("min.js", new string('x', 1 + (1 << 20)) + "\nlast\n")));

        var files = Files(await git.Gather("main", "feature"));

        Assert.Equal([200_001, 1, 2], files.Select(file => file.Added));
        Assert.Contains("200000 lines", Reason(files[0]), StringComparison.Ordinal);
        Assert.Equal(2, Lines(files[1]).Count());
        Assert.Contains("longer than 1 MiB", Reason(files[2]), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Where_the_patches_take_too_much_together_the_largest_are_let_go()
    {
        using var git = new GitSandbox();
        git.Commit("main", "z", "z\n");
        git.Branch("feature", "main");
        var lines = string.Concat(Enumerable.Repeat($"{new string('x', 60)}\n", 150_000));
        var large = Enumerable.Range(0, 4).Select(i => SandboxFile.Text($"{i}.txt", lines));
        git.Commit(new("feature", [.. large, SandboxFile.Text("z", "y\n")]));

        var files = Files(await git.Gather("main", "feature"));

        var unknown = files.Where(file => file.Patch is Known<Patch>.Unknown).ToList();
        Assert.InRange(unknown.Count, 1, 3);
        Assert.All(unknown, file => Assert.Contains("64 MiB", Reason(file), StringComparison.Ordinal));
        Assert.All(files.Take(4), file => Assert.Equal(150_000, file.Added));
        Assert.Equal(2, Lines(files[4]).Count());
    }

    [Fact]
    public static async Task Attack_18_a_change_of_thousands_of_files_and_commits_is_complete()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var many = Enumerable.Range(0, 3001).Select(i => SandboxFile.Text($"{i}/f", $"{i}\n"));
        git.Commit(new("feature", [.. many]));
        var stream = new StringBuilder();
        for (var i = 0; i < 300; i++)
            stream.Append($"commit refs/heads/feature\ncommitter D <d@x> {1_800_000_000 + i} +0000\n")
                .Append("data 1\nx\n")
                .Append(i == 0 ? "from refs/heads/feature^0\n" : "\n");
        git.Feed(Encoding.ASCII.GetBytes(stream.ToString()), "fast-import", "--quiet");

        var change = await git.Gather("main", "feature");

        Assert.Equal(3001, Files(change).Count);
        Assert.All(Files(change), file => Assert.Equal(file.Path[..^2], Assert.Single(Lines(file)).Text));
        Assert.Equal(301, Commits(change).Count);
    }

    private static IReadOnlyList<ChangedFile> Files(Change change) =>
        [.. Assert.IsType<Known<IReadOnlyList<ChangedFile>>.Fact>(change.Files).Value
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static IReadOnlyList<Commit> Commits(Change change) =>
        Assert.IsType<Known<IReadOnlyList<Commit>>.Fact>(change.Commits).Value;

    private static IEnumerable<PatchLine> Lines(ChangedFile file) =>
        Assert.IsType<Known<Patch>.Fact>(file.Patch).Value.Lines;

    private static string Reason(ChangedFile file) => Assert.IsType<Known<Patch>.Unknown>(file.Patch).Reason;
}
