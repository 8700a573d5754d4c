using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

/// <summary>
/// The rows name what the approved base, the approved head, the new base and the new head hold.
/// </summary>
public static class CleanMergeTests
{
    private const string Old = "1\n2\n3\n4\n5\n6\n7\n8\n";

    [Theory]
    [InlineData(
        "both sides changed other lines", Old, "one\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\n6\n7\neight\n",
        "one\n2\n3\n4\n5\n6\n7\neight\n", true)]
    [InlineData("the same, and a hand", Old, "one\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\n6\n7\neight\n",
        "one\n2\n3\nDROP\n5\n6\n7\neight\n", false)]
    [InlineData("the same, cut short", Old, "one\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\n6\n7\neight\n",
        "one\n2\n3\n", false)]
    [InlineData("the same, and more", Old, "one\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\n6\n7\neight\n",
        "one\n2\n3\n4\n5\n6\n7\neight\nmore\n", false)]
    [InlineData(
        "a conflict, however it was resolved", Old, "1\n2\n3\nA\n5\n6\n7\n8\n", "1\n2\n3\nB\n5\n6\n7\n8\n",
        "1\n2\n3\nA\n5\n6\n7\n8\n", false)]
    [InlineData("the base's side alone", Old, "one\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\n6\n7\neight\n",
        "1\n2\n3\n4\n5\n6\n7\neight\n", false)]
    [InlineData("the base did not move", Old, "one\n", Old, "one\n", true)]
    [InlineData("the base did not move, the head did", Old, "one\n", Old, "two\n", false)]
    [InlineData("binary", "\0a", "\0b", "\0c", "\0b", false)]
    public static async Task Attack_5_a_merge_is_clean_where_nobody_put_a_hand_to_it(
        string why, string old, string approved, string moved, string now, bool clean)
    {
        using var git = new GitSandbox();
        var blob = new MergedBlob(git.Blob(old), git.Blob(approved), git.Blob(moved), git.Blob(now));

        var answer = await CleanMerge.Is((await git.Forge()).Repository, blob, CancellationToken.None);

        Assert.True(clean == answer, why);
    }

    [Fact]
    public static async Task A_blob_that_is_missing_makes_new_content()
    {
        using var git = new GitSandbox();
        var one = git.Blob("1\n");
        var blob = new MergedBlob(default, one, git.Blob("2\n"), one);

        Assert.False(await CleanMerge.Is((await git.Forge()).Repository, blob, CancellationToken.None));
    }

    [Fact]
    public static async Task Large_merges_are_compared_to_the_end()
    {
        using var git = new GitSandbox();
        var lines = Enumerable.Range(0, 200_000).Select(line => $"line {line}").ToArray();
        string Text(int index, string line) =>
            string.Join('\n', [.. lines[..index], line, .. lines[(index + 1)..], ""]);
        var ours = Text(3, "ours");
        var both = ours.Replace("line 199000\n", "theirs\n", StringComparison.Ordinal);
        var blob = new MergedBlob(
            git.Blob(string.Join('\n', [.. lines, ""])), git.Blob(ours), git.Blob(Text(199_000, "theirs")),
            git.Blob(both));
        var repository = (await git.Forge()).Repository;

        Assert.True(await CleanMerge.Is(repository, blob, CancellationToken.None));
        Assert.False(await CleanMerge.Is(
            repository, blob with { NewHead = git.Blob(both[..^5] + "x\n") }, CancellationToken.None));
    }
}
