using ChangeSentinel.Changes;
using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

public static class CompareTests
{
    [Fact]
    public static async Task A_branch_is_compared_with_where_it_left_the_default_branch()
    {
        using var git = new GitSandbox();
        var start = git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var head = git.Commit("feature", "b", "b\n");
        var moved = git.Commit("main", "c", "c\n");
        git.Run("checkout", "--quiet", "feature");

        var change = await git.Gather();

        Assert.Equal(("main", "feature"), (change.Base, change.Branch));
        Assert.Equal((moved, start, head), (change.BaseCommit, change.MergeBase, change.Head));
        Assert.Equal(["b"], change.Files.Or([]).Select(file => file.Path));
        Assert.Single(change.Commits.Or([]));
        Assert.Empty(change.Remarks);
    }

    [Fact]
    public static async Task What_the_remote_calls_its_default_branch_wins_over_the_usual_names()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("trunk", "main");
        var trunk = git.Commit("trunk", "t", "t\n");
        git.Run("symbolic-ref", "HEAD", "refs/heads/trunk");
        git.Run("clone", "--quiet", git.Directory, git.Beside("clone"));
        git.RunIn(git.Beside("clone"), "checkout", "--quiet", "-b", "feature");
        git.RunIn(git.Beside("clone"), "commit", "--quiet", "--allow-empty", "-m", "x");

        var forge = await git.Forge(git.Beside("clone"));
        var comparison = await forge.Comparing(
            git.Reference(directory: git.Beside("clone")), CancellationToken.None);

        Assert.Equal(("trunk", trunk), (comparison.Base, comparison.BaseCommit));
    }

    [Theory]
    [InlineData("master", null)]
    [InlineData("trunk", null)]
    [InlineData("release", "release")]
    public static async Task Without_a_remote_the_setting_and_then_the_usual_names_are_taken(
        string name, string? setting)
    {
        using var git = new GitSandbox($"--initial-branch={name}");
        git.Commit(name, "a", "a\n");
        git.Branch("feature", name);
        git.Commit("feature", "b", "b\n");
        git.Run("checkout", "--quiet", "feature");
        if (setting is not null)
            git.Run("config", "init.defaultBranch", setting);

        Assert.Equal(name, (await git.Gather()).Base);
    }

    [Fact]
    public static async Task On_the_default_branch_the_last_commit_is_the_change()
    {
        using var git = new GitSandbox();
        var parent = git.Commit("main", "a", "a\n");
        var head = git.Commit("main", "b", "b\n");
        git.Run("reset", "--quiet", "--hard");

        var change = await git.Gather();

        Assert.Equal(("main", "main"), (change.Base, change.Branch));
        Assert.Equal((parent, parent, head), (change.BaseCommit, change.MergeBase, change.Head));
        Assert.Equal(["b"], change.Files.Or([]).Select(file => file.Path));
        Assert.Equal(head, Assert.Single(change.Commits.Or([])).Sha);
        Assert.Equal(
            ["main is the default branch, so its last commit is compared with its parent."], change.Remarks);
    }

    [Fact]
    public static async Task A_branch_without_commits_of_its_own_is_its_last_commit()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        var head = git.Commit("main", "b", "b\n");
        git.Branch("feature", "main");
        git.Run("checkout", "--quiet", "feature");

        var change = await git.Gather();

        Assert.Equal(("main", "feature", head), (change.Base, change.Branch, change.Head));
        Assert.Single(change.Commits.Or([]));
    }

    [Fact]
    public static async Task The_last_commit_of_a_merge_brings_all_it_merged()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("side", "main");
        var side = git.Commit("side", "s", "s\n");
        git.Commit("main", "b", "b\n");
        git.Commit(new("main", SandboxFile.Text("s", "s\n")) { Merges = [side] });

        var change = await git.Gather();

        Assert.Equal(["s"], change.Files.Or([]).Select(file => file.Path));
        Assert.Equal(2, change.Commits.Or([]).Count);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public static async Task The_first_commit_is_compared_with_nothing(string format)
    {
        using var git = new GitSandbox($"--object-format={format}");
        var head = git.Commit("main", "a", "a\n");

        var change = await git.Gather();
        var policy = await (await git.Forge()).Policy(
            await (await git.Forge()).Comparing(git.Reference(), CancellationToken.None),
            ["a"],
            CancellationToken.None);

        Assert.Equal("a", Assert.Single(change.Files.Or([])).Path);
        Assert.Equal(head, Assert.Single(change.Commits.Or([])).Sha);
        Assert.Null(policy.File);
    }

    [Fact]
    public static async Task Without_a_default_branch_the_last_commit_is_judged_and_that_is_said()
    {
        using var git = new GitSandbox("--initial-branch=work");
        git.Commit("work", "a", "a\n");
        var head = git.Commit("work", "b", "b\n");
        git.Run("reset", "--quiet", "--hard");

        var change = await git.Gather();

        Assert.Equal((head, "work"), (change.Head, change.Branch));
        Assert.StartsWith(
            "No default branch was found", Assert.Single(change.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_detached_head_is_named_by_its_commit()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var head = git.Commit("feature", "b", "b\n");
        git.Run("checkout", "--quiet", "--detach", "feature");

        var change = await git.Gather();

        Assert.Equal(("main", head.Short, head), (change.Base, change.Branch, change.Head));
    }

    [Fact]
    public static async Task Remote_branches_go_by_their_own_name()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("release/1", "main");
        git.Branch("feature", "main");
        git.Commit("feature", "b", "b\n");
        git.Run("clone", "--quiet", git.Directory, git.Beside("clone"));
        var forge = await git.Forge(git.Beside("clone"));

        var typed = await forge.Comparing(
            git.Reference("origin/release/1", "origin/feature", git.Beside("clone")), CancellationToken.None);
        var bare = await forge.Comparing(
            git.Reference("release/1", "feature", git.Beside("clone")), CancellationToken.None);

        Assert.Equal(("release/1", "feature"), (typed.Base, typed.Branch));
        Assert.Equal((typed.Base, typed.Branch, typed.Head), (bare.Base, bare.Branch, bare.Head));
    }

    [Fact]
    public static async Task A_branch_that_is_merged_already_is_empty_and_says_so()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("main", "b", "b\n");
        git.Run("checkout", "--quiet", "feature");

        var change = await git.Gather();

        Assert.Empty(Assert.IsType<Known<IReadOnlyList<ChangedFile>>.Fact>(change.Files).Value);
        Assert.Equal(["Every commit of feature is already in main."], change.Remarks);
    }

    [Fact]
    public static async Task Histories_without_a_common_commit_are_a_clear_failure()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Commit("other", "b", "b\n");

        var failure = await Assert.ThrowsAsync<GitException>(() => git.Gather("main", "other"));

        Assert.Equal(GitFailure.UnrelatedHistories, failure.Failure);
        Assert.Equal(
            "other and main have no commit in common; name a related base with --base", failure.Message);
    }

    [Fact]
    public static async Task Of_several_merge_bases_the_first_is_used_and_that_is_said()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var left = git.Commit("main", "l", "l\n");
        var right = git.Commit("feature", "r", "r\n");
        git.Commit(new("main", SandboxFile.Text("r", "r\n")) { Merges = [right] });
        git.Commit(new("feature", SandboxFile.Text("l", "l\n")) { Merges = [left] });

        var change = await git.Gather("main", "feature");

        Assert.Equal(git.Run("merge-base", "main", "feature"), change.MergeBase.ToString());
        Assert.Contains("have 2 merge bases", Assert.Single(change.Remarks), StringComparison.Ordinal);
    }
}
