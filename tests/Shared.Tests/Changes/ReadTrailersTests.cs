using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.Changes;

public class ReadTrailersTests
{
    [Fact]
    public void Trailers_are_read_wherever_in_the_message_they_stand()
    {
        const string message = """
            Squash the parts (#12)

            * first part

            Co-authored-by: Bo Example <bo@example.org>

            * second part

            Signed-off-by: Ada Example <ada@example.org>
            """;

        var trailers = ReadTrailers.In(message);

        Assert.Equal(
            [new("Co-authored-by", "Bo Example <bo@example.org>", 5),
                new("Signed-off-by", "Ada Example <ada@example.org>", 9)],
            trailers);
    }

    [Theory]
    [InlineData("```\nAssisted-by: Claude\n```")]
    [InlineData("~ text\n````text\nAssisted-by: Claude\n```\n````")]
    [InlineData("> Assisted-by: Claude")]
    [InlineData("   > Assisted-by: Claude")]
    public void Fences_and_quotations_hold_no_trailers(string body)
    {
        var trailers = ReadTrailers.In("Subject\n\n" + body);

        Assert.Empty(trailers);
    }

    [Fact]
    public void A_fence_that_is_never_closed_hides_nothing()
    {
        var trailers = ReadTrailers.In("Subject\n\n```\ncode\n\nAssisted-by: Claude");

        Assert.Equal([new("Assisted-by", "Claude", 6)], trailers);
    }

    [Theory]
    [InlineData("* Assisted-by: Claude")]
    [InlineData("🤖 Assisted-by: Claude")]
    [InlineData("**Assisted-by:** Claude")]
    [InlineData("  Assisted-by:Claude  \r")]
    public void Bullets_emphasis_and_emoji_before_the_key_are_passed_over(string line)
    {
        var trailers = ReadTrailers.In("Subject\n\n" + line);

        Assert.Equal([new("Assisted-by", "Claude", 3)], trailers);
    }

    [Theory]
    [InlineData("fix: count once")]
    [InlineData("Subject\n\nsee https://example.org/a")]
    [InlineData("Subject\n\nhttps://example.org/a")]
    [InlineData("Subject\n\n`Assisted-by: Claude` is what we write")]
    [InlineData("Subject\n\nKey:")]
    public void Subjects_links_and_code_are_no_trailers(string message)
    {
        var trailers = ReadTrailers.In(message);

        Assert.Empty(trailers);
    }

    [Fact]
    public void Many_unclosed_fences_take_linear_time()
    {
        var fences = Enumerable.Range(3, 1_500).Reverse().Select(length => new string('`', length) + "\n");
        var message = string.Concat(fences);

        var trailers = ReadTrailers.In(message + "Assisted-by: Claude");

        Assert.Single(trailers);
    }
}
