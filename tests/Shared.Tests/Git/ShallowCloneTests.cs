using ChangeSentinel.Changes;
using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

public static class ShallowCloneTests
{
    [Fact]
    public static async Task A_shallow_clone_that_reaches_the_merge_base_is_judged_and_said()
    {
        using var git = new GitSandbox();
        git.Commit("main", "old", "old\n");
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "b", "b\n");
        var clone = Shallow(git, depth: 2);

        var change = await Gather(git, clone, "origin/main", "origin/feature");

        Assert.Equal(["b"], change.Files.Or([]).Select(file => file.Path));
        Assert.IsType<Known<IReadOnlyList<Commit>>.Fact>(change.Commits);
        Assert.StartsWith("This clone is shallow", Assert.Single(change.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_shallow_clone_without_the_merge_base_leaves_files_and_commits_unknown()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "b", "b\n");
        git.Commit("feature", "c", "c\n");
        var clone = Shallow(git, depth: 1);

        var change = await Gather(git, clone, "origin/main", "origin/feature");

        var files = Assert.IsType<Known<IReadOnlyList<ChangedFile>>.Unknown>(change.Files);
        Assert.Equal(
            "the clone is shallow and does not reach the merge base with main; " +
            "fetch the rest: git fetch --unshallow",
            files.Reason);
        Assert.IsType<Known<IReadOnlyList<Commit>>.Unknown>(change.Commits);
        Assert.IsType<Known<IReadOnlyList<Person>>.Unknown>(change.Pushers);
        Assert.StartsWith("This clone is shallow", Assert.Single(change.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_shallow_clone_that_breaks_off_inside_the_change_leaves_its_commits_unknown()
    {
        using var git = new GitSandbox();
        var start = git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Branch("side", "main");
        git.Commit("side", "s", "1\n");
        var cut = git.Commit("side", "s", "2\n");
        var side = git.Commit("side", "s", "3\n");
        git.Commit(new("feature", SandboxFile.Text("s", "3\n")) { Merges = [side] });
        var clone = Shallow(git, depth: 2);

        var change = await Gather(git, clone, "origin/main", "origin/feature");

        Assert.Equal(start, change.MergeBase);
        Assert.IsType<Known<IReadOnlyList<ChangedFile>>.Fact>(change.Files);
        var commits = Assert.IsType<Known<IReadOnlyList<Commit>>.Unknown>(change.Commits);
        Assert.Contains(
            $"breaks off inside the change, at {cut.Short}", commits.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_shallow_clone_never_takes_its_cut_for_the_first_commit()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Commit("main", "b", "b\n");
        var clone = Shallow(git, depth: 1);

        var failure = await Assert.ThrowsAsync<GitException>(() => Gather(git, clone, null, null));

        Assert.Equal(GitFailure.MissingObject, failure.Failure);
        Assert.Contains("git fetch --unshallow", failure.Message, StringComparison.Ordinal);
    }

    private static string Shallow(GitSandbox git, int depth)
    {
        git.Run(
            "clone", "--quiet", $"--depth={depth}", "--no-single-branch", $"file://{git.Directory}",
            git.Beside("shallow"));
        return git.Beside("shallow");
    }

    private static async Task<Change> Gather(GitSandbox git, string clone, string? from, string? to) =>
        await (await git.Forge(clone)).Gather(git.Reference(from, to, clone), new(), CancellationToken.None);
}
