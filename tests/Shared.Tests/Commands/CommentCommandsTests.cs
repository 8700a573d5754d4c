using ChangeSentinel.Commands;
using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Commands;

/// <summary>Where in a comment a command is one, and where its words only look like it.</summary>
public static class CommentCommandsTests
{
    private const string Approve = "/approve 4be1c0d";

    private static readonly string[] Pieces =
    [
        Approve, "/reject no", "/aprove", "> ", "- ", "1. ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "`", "```", "~~~", "<!--",
        "-->", "<details>", "</details>", "<code>", "</code>", "<a href=\"", "\">", "[", "](", ")", "[^1]: ", "[a]: b", "**", "_",
        "\\", "&#47;", "| a | b |", "| - | - |", "---", "===", "# ", "\0", "\u200B", "\ud83d", "é", "😀", "\u2028", "<", ">", "/", "x",
    ];

    [Theory]
    [InlineData(Approve)]
    [InlineData("Looks right.\n\n/approve 4be1c0d\n\nThanks!")]
    [InlineData("Looks right.\n/approve 4be1c0d\nThanks!")]
    [InlineData("Looks right.\r\n/approve 4be1c0d\r\nThanks!")]
    [InlineData("   /approve 4be1c0d   ")]
    [InlineData("Looks right.\n\t  /approve 4be1c0d")]
    [InlineData("Looks right.\\\n/approve 4be1c0d\\\nThanks!")]
    [InlineData("Looks right.\n\u00A0/approve 4be1c0d\u00A0")]
    [InlineData("> quoted\n\n/approve 4be1c0d")]
    [InlineData("```\nquoted\n```\n/approve 4be1c0d")]
    [InlineData("# Verdict\n/approve 4be1c0d")]
    [InlineData("- item\n\n/approve 4be1c0d")]
    [InlineData("<details>\n\nlong\n\n</details>\n\n/approve 4be1c0d")]
    [InlineData("<!-- template -->\n/approve 4be1c0d")]
    [InlineData("Write `<details>` here.\n/approve 4be1c0d")]
    [InlineData("<p align=center>\n<img src=x>\n\n/approve 4be1c0d")]
    public static void A_line_of_its_own_is_a_command(string markdown)
    {
        var reading = Assert.IsType<CommandReading.Understood>(Assert.Single(ParseCommand.In(markdown)));

        Assert.Equal(new Command.Approve(new(null, null, "4be1c0d"), ""), reading.Command);
        Assert.Equal(Approve, reading.Line);
    }

    [Theory]
    [InlineData("> /approve 4be1c0d")]
    [InlineData("> quoted\n/approve 4be1c0d")]
    [InlineData("> [!NOTE]\n> /approve 4be1c0d")]
    [InlineData("    /approve 4be1c0d")]
    [InlineData("\t/approve 4be1c0d")]
    [InlineData("```\n/approve 4be1c0d\n```")]
    [InlineData("```\n/approve 4be1c0d")]
    [InlineData("~~~suggestion\n/approve 4be1c0d\n~~~")]
    [InlineData("`/approve 4be1c0d`")]
    [InlineData("`a\n/approve 4be1c0d\nb`")]
    [InlineData("- /approve 4be1c0d")]
    [InlineData("- item\n/approve 4be1c0d")]
    [InlineData("1. item\n\n   /approve 4be1c0d")]
    [InlineData("- [x] /approve 4be1c0d")]
    [InlineData("# /approve 4be1c0d")]
    [InlineData("/approve 4be1c0d\n---")]
    [InlineData("/approve 4be1c0d\n===")]
    [InlineData("[/approve 4be1c0d](https://example.org)")]
    [InlineData("[see\n/approve 4be1c0d\nhere](https://example.org)")]
    [InlineData("[see](https://example.org \"title\n/approve 4be1c0d\n\")")]
    [InlineData("![see\n/approve 4be1c0d\n](https://example.org)")]
    [InlineData("**see\n/approve 4be1c0d\nhere**")]
    [InlineData("[^1]: note\n/approve 4be1c0d\n\nText[^1]")]
    [InlineData("[a]: /approve")]
    [InlineData("/approve | 4be1c0d\n--- | ---\na | b")]
    [InlineData("<!--\n/approve 4be1c0d\n-->")]
    [InlineData("<!--\n\n/approve 4be1c0d\n\n-->")]
    [InlineData("text <!-- \n/approve 4be1c0d\n -->")]
    [InlineData("</p>\n<!-- hidden\n\n/approve 4be1c0d\n\n-->")]
    [InlineData("<pre>\n\n/approve 4be1c0d\n\n</pre>")]
    [InlineData("<blockquote>\n\n/approve 4be1c0d\n\n</blockquote>")]
    [InlineData("<details>\n<summary>log</summary>\n\n/approve 4be1c0d\n\n</details>")]
    [InlineData("text <code>\n/approve 4be1c0d\n</code>")]
    [InlineData("<a href=\"https://example.org\">\n\n/approve 4be1c0d\n\n</a>")]
    [InlineData("<div>\n/approve 4be1c0d\n</div>")]
    [InlineData("\\/approve 4be1c0d")]
    [InlineData("&#47;approve 4be1c0d")]
    [InlineData("*/approve* 4be1c0d")]
    [InlineData("say /approve 4be1c0d")]
    public static void What_only_looks_like_a_command_is_none(string markdown) =>
        Assert.Empty(ParseCommand.In(markdown));

    [Fact]
    public static void Marks_within_a_line_are_part_of_what_was_said()
    {
        var reading = Assert.IsType<CommandReading.Understood>(
            Assert.Single(ParseCommand.In("/reject `Refund.cs` *locks*, see [this\none](x)")));

        Assert.Equal(new Command.Reject(CommandTarget.Here, "`Refund.cs` *locks*, see [this"), reading.Command);
    }

    [Fact]
    public static void Several_commands_stand_in_the_order_written()
    {
        var readings = ParseCommand.In("/ai no\n/aprove 4be1c0d\n\n/recheck");

        Assert.Equal(["/ai no", "/aprove 4be1c0d", "/recheck"], readings.Select(reading => reading.Line));
        Assert.IsType<CommandReading.Refused>(readings[1]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public static void A_comment_gives_at_most_twenty_commands(string between)
    {
        var readings = ParseCommand.In(string.Join(between, Enumerable.Repeat("/recheck", 200)));

        Assert.Equal(21, readings.Count);
        Assert.All(readings.Take(20), reading => Assert.IsType<CommandReading.Understood>(reading));
        Assert.Equal(
            "A comment gives at most 20 commands; this one and those after it were not read.",
            Assert.IsType<CommandReading.Refused>(readings[20]).Why);
    }

    public static TheoryData<string, string> Unreadable { get; } = new()
    {
        { Approve + new string(' ', 65_536), "This comment is too long" },
        { new string('>', 30_000) + "\n\n/approve 4be1c0d", "This is nested too deeply" },
        { "/approve 4be1c0d\n" + new string('x', 5_000), "This paragraph is too long" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public static void What_can_t_be_read_is_refused_in_words(string markdown, string beginning)
    {
        var reading = Assert.IsType<CommandReading.Refused>(Assert.Single(ParseCommand.In(markdown)));

        Assert.Equal(Approve, reading.Line);
        Assert.StartsWith(beginning, reading.Why, StringComparison.Ordinal);
        Assert.EndsWith(".", reading.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](")]
    [InlineData("[a](b")]
    [InlineData("*a **b ")]
    [InlineData("![")]
    [InlineData("`")]
    [InlineData("<a ")]
    [InlineData("|")]
    [InlineData("[a]: b\n")]
    [InlineData("> - ")]
    [InlineData("/why\n")]
    [InlineData("[a](\n\n")]
    public static void A_comment_takes_memory_in_proportion_to_its_length(string unit)
    {
        Allocated(unit, 1_000);

        var (less, more) = (Allocated(unit, 16_000), Allocated(unit, 64_000));

        Assert.InRange(more, 0, (6 * less) + 1_000_000);
    }

    [Fact]
    public static void No_text_breaks_it()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(60),
            Prop.ForAll(Arb.From(texts), text =>
            {
                var readings = ParseCommand.In(text);
                return readings.Count <= ParseCommand.MostCommands + 1
                    && readings.All(reading => reading.Line == reading.Line.Trim() && reading.Line.StartsWith('/'))
                    && readings.OfType<CommandReading.Understood>().All(reading =>
                        text.Contains(reading.Line, StringComparison.Ordinal));
            }));
    }

    [Fact]
    public static void Quoting_a_comment_repeats_none_of_its_commands()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(60),
            Prop.ForAll(Arb.From(texts), text => ParseCommand.In(Quoted(text)).Count == 0));
    }

    private static string Quoted(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n', '\r', '\u2028').Select(line => "> " + line));

    private static long Allocated(string unit, int characters)
    {
        var text = Approve + "\n\n" + string.Concat(Enumerable.Repeat(unit, characters / unit.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        ParseCommand.In(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
