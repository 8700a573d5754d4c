using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

public static class LostObjectTests
{
    [Fact]
    public static async Task A_missing_object_is_a_clear_failure()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");
        var blob = git.Blob("b\n").ToString();
        git.Unpack();
        File.Delete(Path.Combine(git.Directory, ".git", "objects", blob[..2], blob[2..]));

        var failure = await Assert.ThrowsAsync<GitException>(() => git.Gather("main", "feature"));

        Assert.Equal(GitFailure.MissingObject, failure.Failure);
        Assert.Contains("git fsck", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_corrupt_object_is_a_clear_failure()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");
        var blob = git.Blob("b\n").ToString();
        git.Unpack();
        var file = new FileInfo(Path.Combine(git.Directory, ".git", "objects", blob[..2], blob[2..]));
        file.IsReadOnly = false;
        File.WriteAllBytes(file.FullName, [1, 2, 3, 4, 5, 6, 7, 8]);

        var failure = await Assert.ThrowsAsync<GitException>(() => git.Gather("main", "feature"));

        Assert.Equal(GitFailure.CorruptObject, failure.Failure);
    }

    [Fact]
    public static async Task A_partial_clone_fetches_nothing_and_says_what_it_lacks()
    {
        using var git = new GitSandbox();
        git.Run("config", "uploadpack.allowFilter", "true");
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");
        git.Run(
            "clone", "--quiet", "--no-checkout", "--filter=blob:none", $"file://{git.Directory}",
            git.Beside("partial"));
        var forge = await git.Forge(git.Beside("partial"));
        var reference = git.Reference("origin/main", "origin/feature", git.Beside("partial"));

        var failure = await Assert.ThrowsAsync<GitException>(
            () => forge.Gather(reference, new(), CancellationToken.None));

        Assert.Equal(GitFailure.MissingObject, failure.Failure);
        Assert.Contains("partial", failure.Message, StringComparison.Ordinal);
    }
}
