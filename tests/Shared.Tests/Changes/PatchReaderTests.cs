using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.Changes;

public static class PatchReaderTests
{
    [Fact]
    public static void Lines_keep_their_numbers_on_both_sides()
    {
        var patch = Read("@@ -3,3 +3,4 @@ class Ledger\n one\n-two\n+zwei\n+drei\n four\n\\ No newline at end of file\n");

        var hunk = Assert.Single(patch.Hunks);
        Assert.Equal("class Ledger", hunk.Heading);
        Assert.Equal(
            [
                new(LineSide.Context, 3, 3, "one"),
                new(LineSide.Removed, 4, 0, "two"),
                new(LineSide.Added, 0, 4, "zwei"),
                new(LineSide.Added, 0, 5, "drei"),
                new(LineSide.Context, 5, 6, "four"),
            ],
            hunk.Lines);
    }

    [Theory]
    [InlineData("@@ -1 +1 @@\n-a\n+b", 1)]
    [InlineData("@@ -0,0 +1,1 @@\n+a\n", 1)]
    [InlineData("@@ -1,1 +0,0 @@\n-a\n@@ -5,2 +4,2 @@\n x\n-y\n+z\n", 2)]
    [InlineData("", 0)]
    public static void Short_ranges_and_several_hunks_are_read(string text, int hunks) =>
        Assert.Equal(hunks, Read(text).Hunks.Count);

    [Theory]
    [InlineData("@@ -1,2 +1,2 @@\n a\n")]
    [InlineData("@@ -1,2 +1 @@\n+a\n+b\n")]
    [InlineData("@@ nonsense @@\n")]
    [InlineData("text before any hunk")]
    public static void A_patch_that_breaks_off_is_unknown(string text) =>
        Assert.IsType<Known<Patch>.Unknown>(PatchReader.Read(text));

    [Fact]
    public static void What_is_forgotten_is_counted_to_the_end_and_unknown()
    {
        var reader = new PatchReader();
        foreach (var line in (string[])["@@ -1,2 +1,2 @@", "-a", "+b", " c", "@@ -9 +9,2 @@", "-d", "+e", "+f"])
        {
            Assert.True(reader.Take(line));
            reader.Forget("it is too long");
        }

        Assert.Equal((3, 2, false), (reader.Added, reader.Removed, reader.InHunk));
        Assert.Equal(new Known<Patch>.Unknown("it is too long"), reader.Finish());
    }

    private static Patch Read(string text) => Assert.IsType<Known<Patch>.Fact>(PatchReader.Read(text)).Value;
}
