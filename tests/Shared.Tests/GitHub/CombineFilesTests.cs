using ChangeSentinel.Changes;
using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class CombineFilesTests
{
    private const string Patch = "@@ -1 +1 @@\n-a\n+b";

    [Theory]
    [InlineData(Patch, 1, 1, null)]
    [InlineData(Patch, 3, 1, "adds 1 and removes 1 lines")]
    [InlineData("@@ -1,2 +1,2 @@\n-a", 1, 1, "breaks off")]
    [InlineData("garbage", 1, 1, "can't be read")]
    [InlineData(null, 30_000, 1, "too large")]
    public static void Attack_18_a_patch_that_does_not_hold_what_is_counted_is_unknown(
        string? patch, int added, int removed, string? reason)
    {
        var listed = new FileReply("a", "modified") { Patch = patch, Additions = added, Deletions = removed, Sha = Id('2') };

        var read = Combine([listed], Tree("a 1"), Tree("a 2"))[0].Patch;

        if (reason is null)
            Fact(read);
        else
            Assert.Contains(reason, Reason(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BlobKind.Binary, true, null)]
    [InlineData(BlobKind.Empty, false, null)]
    [InlineData(BlobKind.Text, false, ".gitattributes")]
    [InlineData(BlobKind.Unknown, false, "does not say")]
    internal static void A_file_without_lines_is_binary_only_by_its_content(BlobKind kind, bool binary, string? reason)
    {
        var listed = new FileReply("a", "added") { Sha = Id('2') };

        var file = Combine([listed], Tree(), Tree("a 2"), kind)[0];

        Assert.Equal(binary, file.Binary);
        if (reason is null)
            Assert.Empty(Fact(file.Patch).Hunks);
        else
            Assert.Contains(reason, Reason(file.Patch), StringComparison.Ordinal);
    }

    [Fact]
    public static void The_trees_decide_where_the_list_says_otherwise()
    {
        FileReply[] listed =
        [
            new("same", "modified") { Sha = Id('1'), Patch = Patch, Additions = 1, Deletions = 1 },
            new("there", "added") { Sha = Id('2'), Patch = Patch, Additions = 1, Deletions = 1 },
            new("other", "modified") { Sha = Id('9'), Patch = Patch, Additions = 1, Deletions = 1 },
            new("new", "renamed") { PreviousFilename = "still", Sha = Id('3') },
        ];

        var files = Combine(
            listed,
            Tree("same 1", "there 1", "other 1", "still 3", "gone 5"),
            Tree("same 1", "there 2", "other 2", "still 3", "new 3", "unlisted 4"));

        Assert.Equal(
            ["Modified there", "Modified other", "Added new", "Added unlisted", "Removed gone"],
            files.Select(file => $"{file.Change} {file.Path}"));
        Assert.All(files, file => Assert.Contains("does not list it", Reason(file.Patch), StringComparison.Ordinal));
    }

    [Fact]
    public static void Without_whole_trees_a_list_that_does_not_fit_leaves_the_files_unknown()
    {
        var listed = new FileReply("a", "added") { Sha = Id('2') };
        var facts = Facts([listed], Folder("a 1"), Folder("a 2"));

        Assert.Contains("lists a as added", Reason(CombineFiles.Of(facts)), StringComparison.Ordinal);
    }

    [Fact]
    public static void What_was_renamed_looks_the_same_at_a_former_head()
    {
        var now = Combine(
            [new("new", "renamed") { PreviousFilename = "old", Sha = Id('1') }], Tree("old 1"), Tree("new 1"));

        var then = CompareTrees.Of(Tree("old 1", "x 1"), Tree("new 1", "x 2"), now);

        var renamed = then.Single(file => file.Path == "new");
        Assert.Equal((FileChange.Renamed, now[0].Old, now[0].New), (renamed.Change, renamed.Old, renamed.New));
        Assert.Equal(2, then.Count);
    }

    private static IReadOnlyList<ChangedFile> Combine(
        FileReply[] listed, CommitTree old, CommitTree now, BlobKind kind = BlobKind.Unknown) =>
        Fact(CombineFiles.Of(Facts(listed, old, now, kind)));

    private static FileFacts Facts(
        FileReply[] listed, CommitTree old, CommitTree now, BlobKind kind = BlobKind.Unknown) =>
        new(listed, old, now, new Dictionary<string, BlobKind> { [Id('2')] = kind }) { Counted = listed.Length };

    /// <summary>`path digit`, the digit standing for its blob.</summary>
    private static CommitTree Tree(params string[] files) => CommitTree.From(new TreeReply(
        Sha.Parse(Id('a')),
        [.. files.Select(file => new TreeEntryReply(file[..^2], "100644", Id(file[^1])))]));

    private static CommitTree Folder(params string[] files) => CommitTree.From(
    [
        KeyValuePair.Create<string, FolderEntryReply[]?>(
            "", [.. files.Select(file => new FolderEntryReply(file[..^2], Sha.Parse(Id(file[^1])), 33188))]),
    ]);

    private static string Id(char digit) => new(digit, 40);
}
