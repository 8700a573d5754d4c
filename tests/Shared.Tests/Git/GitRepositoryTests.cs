using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

public static class GitRepositoryTests
{
    [Fact]
    public static async Task A_folder_inside_the_work_tree_opens_its_repository()
    {
        using var git = new GitSandbox();
        var folder = Directory.CreateDirectory(Path.Combine(git.Directory, "src", "deep")).FullName;

        var repository = await Open(folder);

        Assert.Equal(git.Directory, repository.TopLevel);
        Assert.Equal(Path.Combine(git.Directory, ".git"), repository.GitDirectory);
        Assert.False(repository.Bare);
        Assert.Equal("sha1", repository.ObjectFormat);
    }

    [UnixFact]
    public static async Task A_folder_reached_through_a_symlink_opens_the_repository_it_is_in()
    {
        using var git = new GitSandbox();
        var folder = Directory.CreateDirectory(Path.Combine(git.Directory, "src", "deep")).FullName;
        Directory.CreateSymbolicLink(git.Beside("link"), folder);

        var repository = await Open(git.Beside("link"));

        Assert.Equal(git.Directory, repository.TopLevel);
    }

    [Fact]
    public static async Task A_bare_repository_has_no_work_tree_and_is_judged_the_same()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var head = git.Commit("feature", "a", "b\n");
        git.Run("clone", "--quiet", "--bare", git.Directory, git.Beside("bare"));

        var forge = await git.Forge(git.Beside("bare"));
        var change = await forge.Gather(
            git.Reference("main", "feature", git.Beside("bare")), new(), CancellationToken.None);

        Assert.True(forge.Repository.Bare);
        Assert.Null(forge.Repository.TopLevel);
        Assert.Equal(head, change.Head);
        Assert.Single(change.Files.Or([]));
    }

    [Fact]
    public static async Task A_linked_work_tree_has_its_own_branch_and_shares_the_commits()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var head = git.Commit("feature", "a", "b\n");
        git.Run("worktree", "add", "--quiet", git.Beside("linked"), "feature");

        var forge = await git.Forge(git.Beside("linked"));
        var change = await forge.Gather(
            git.Reference(directory: git.Beside("linked")), new(), CancellationToken.None);

        Assert.Equal(git.Beside("linked"), forge.Repository.TopLevel);
        Assert.Equal(("main", "feature", head), (change.Base, change.Branch, change.Head));
    }

    [Fact]
    public static async Task A_submodule_is_a_repository_of_its_own()
    {
        using var git = new GitSandbox();
        using var library = new GitSandbox();
        library.Commit("main", "lib.sql", "SELECT 1;\n");
        git.Commit("main", "a", "a\n");
        git.Run("reset", "--quiet", "--hard");
        git.Run("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Directory, "lib");
        var folder = Path.Combine(git.Directory, "lib");
        git.RunIn(folder, "checkout", "--quiet", "-b", "feature");
        File.WriteAllText(Path.Combine(folder, "lib.sql"), "DROP TABLE x;\n");
        File.WriteAllText(Path.Combine(folder, ".gitattributes"), "*.sql -diff\n");
        git.RunIn(folder, "add", "-A");
        git.RunIn(folder, "commit", "--quiet", "-m", "Change the library");

        var forge = await git.Forge(folder);
        var change = await forge.Gather(git.Reference(directory: folder), new(), CancellationToken.None);

        Assert.Equal(folder, forge.Repository.TopLevel);
        Assert.Equal(["lib.sql"], change.Files.Or([]).Where(file => file is { Binary: false, Removed: 1 })
            .Select(file => file.Path));
    }

    [Theory]
    [InlineData("no-such-folder", "there is no folder")]
    [InlineData("", "not in a git repository; name one with --repo")]
    public static async Task A_folder_without_a_repository_is_a_clear_failure(string name, string message)
    {
        var folder = Directory.CreateTempSubdirectory("sentinel-test-");
        try
        {
            var failure = await Assert.ThrowsAsync<GitException>(
                () => Open(Path.Combine(folder.FullName, name)));

            Assert.Equal(GitFailure.NotARepository, failure.Failure);
            Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete();
        }
    }

    [UnixFact]
    public static async Task A_repository_of_somebody_else_is_a_clear_failure()
    {
        using var git = new GitSandbox();
        var script = git.Script(
            $"GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {GitProgram.Find().Path} -c safe.directory= \"$@\"");

        var failure = await Assert.ThrowsAsync<GitException>(
            () => GitRepository.Open(git.Directory, script, CancellationToken.None));

        Assert.Equal(GitFailure.DubiousOwnership, failure.Failure);
        Assert.Contains("safe.directory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task The_folder_alone_says_which_repository_is_meant()
    {
        using var git = new GitSandbox();
        using var other = new GitSandbox();
        git.Commit("main", "a", "a\n");
        var before = Environment.GetEnvironmentVariable("GIT_DIR");
        Environment.SetEnvironmentVariable("GIT_DIR", Path.Combine(other.Directory, ".git"));
        try
        {
            var repository = await Open(git.Directory);

            Assert.Equal(Path.Combine(git.Directory, ".git"), repository.GitDirectory);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GIT_DIR", before);
        }
    }

    [Theory]
    [InlineData("--output=stolen")]
    [InlineData("-n1")]
    [InlineData("--upload-pack=touch stolen")]
    [InlineData("mian")]
    [InlineData("main\nHEAD")]
    [InlineData("main HEAD")]
    [InlineData("main:a")]
    [InlineData("main^{tree}")]
    [InlineData("")]
    [InlineData("\0")]
    public static async Task What_is_no_commit_is_told_and_never_read_as_an_option(string typed)
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");

        var failure = await Assert.ThrowsAsync<GitException>(() => git.Gather(typed, "feature"));

        Assert.Equal(GitFailure.UnknownRevision, failure.Failure);
        Assert.StartsWith(
            $"--base '{typed}' is not a commit", failure.Message, StringComparison.Ordinal);
        Assert.True(
            typed != "mian" || failure.Message.EndsWith("; did you mean 'main'?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--output=stolen")]
    [InlineData("-n1")]
    [InlineData("--all")]
    [InlineData("--help")]
    [InlineData("main HEAD")]
    public static async Task A_range_is_never_read_as_an_option(string typed)
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");

        var failure = await Assert.ThrowsAsync<GitException>(() => GitLogTests.Read(git, typed));

        Assert.Equal(GitFailure.UnknownRevision, failure.Failure);
        Assert.Empty(Directory.GetFiles(git.Directory, "stolen*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("feature~1")]
    [InlineData("feature^")]
    [InlineData("refs/heads/main")]
    [InlineData("v1")]
    public static async Task Every_way_to_name_a_commit_is_understood(string typed)
    {
        using var git = new GitSandbox();
        var first = git.Commit("main", "a", "a\n");
        git.Run("tag", "-a", "-m", "one", "v1", "main");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");

        var change = await git.Gather(typed, "feature");

        Assert.Equal(first, change.BaseCommit);
    }

    [Fact]
    public static async Task A_tag_cannot_stand_in_for_the_branch_of_its_name()
    {
        using var git = new GitSandbox();
        var main = git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");
        git.Run("tag", "main", "feature");

        var change = await git.Gather("main", "feature");

        Assert.Equal(main, change.BaseCommit);
        Assert.Single(change.Files.Or([]));
    }

    [Fact]
    public static async Task Replaced_objects_are_not_believed()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var head = git.Commit(new("feature", SandboxFile.Text("a", "b\n")) { Message = "What happened" });
        git.Branch("lie", "main");
        var lie = git.Commit(new("lie", SandboxFile.Text("a", "a\n")) { Message = "Nothing happened" });
        git.Run("replace", head.ToString(), lie.ToString());

        var change = await git.Gather("main", "feature");

        Assert.Equal("What happened", change.Title);
        Assert.Single(change.Files.Or([]));
    }

    [Fact]
    public static async Task Gathering_writes_nothing()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");
        git.Run("checkout", "--quiet", "feature");
        // An index whose times are stale is what `git status` would like to write anew.
        File.SetLastWriteTimeUtc(Path.Combine(git.Directory, "a"), DateTime.UnixEpoch.AddYears(40));
        var before = Snapshot(git.Directory);

        await git.Gather(gathering: new() { Manifests = _ => true });

        Assert.Equal(before, Snapshot(git.Directory));
    }

    private static IReadOnlyList<string> Snapshot(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(file => $"{file.FullName} {file.LastWriteTimeUtc:O} {(file as FileInfo)?.Length}")
            .Order(StringComparer.Ordinal),
    ];

    private static Task<GitRepository> Open(string folder) =>
        GitRepository.Open(folder, CancellationToken.None);
}
