using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Yaml;

public static class NearestNameTests
{
    private static readonly string[] Tiers = ["low", "medium", "high", "critical"];

    [Theory]
    [InlineData("critcal", "critical")]
    [InlineData("hihg", "high")]
    [InlineData("HIGH", "high")]
    [InlineData("mediumm", "medium")]
    [InlineData("lo", "low")]
    [InlineData("urgent", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    [InlineData("a", null)]
    public static void A_slip_finds_its_name_and_another_word_finds_none(string typed, string? expected) =>
        Assert.Equal(expected, NearestName.Among(typed, Tiers));

    [Fact]
    public static void Equally_near_names_are_decided_by_their_order_alone()
    {
        Assert.Equal("tier-a", NearestName.Among("tier-x", ["tier-c", "tier-a", "tier-b"]));
        Assert.Equal("tier-a", NearestName.Among("tier-x", ["tier-b", "tier-c", "tier-a"]));
    }

    [Fact]
    public static void A_very_long_word_is_not_compared()
    {
        var word = new string('a', 100_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var nearest = NearestName.Among(word, [word + "b", "low"]);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(nearest);
        Assert.InRange(allocated, 0, 1_000_000);
    }
}
