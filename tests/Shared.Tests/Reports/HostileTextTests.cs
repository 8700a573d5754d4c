using ChangeSentinel.Reports;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChangeSentinel.Tests.Reports;

public static class HostileTextTests
{
    private static readonly MarkdownPipeline Markdown =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().Build();

    public static TheoryData<string> Texts { get; } =
    [
        "<!channel> <https://evil|Approve>",
        "[x](http://evil)",
        "![x](http://evil/pixel.png)",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "http://evil.example and www.evil.example",
        "mail@evil.example",
        "a | b || c\\| d",
        "`code` ``two`` ```",
        "`",
        "\\` \\[x](http://evil)",
        "@alice @acme/owners please approve",
        "**bold** _it_ ~~gone~~",
        "line\nbreak\r\n| cell | cell |\n\n# heading",
        "::set-output name=state::approved",
        "  ::stop-commands::x",
        "##[error]approved",
        "&lt;img&gt; &#64;alice",
        "src/\u202Egnp.exe",
        "zero\u200Bwidth\u2066isolate\u0007bell\u001b[31mred",
        "half \ud83d surrogate",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public static void Attack_17_hostile_text_is_inert_in_markdown(string text)
    {
        var markdown = DecisionMarkdown.Of(SampleDecisions.Hostile(text));

        var document = Markdig.Markdown.Parse(markdown, Markdown);
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.All(document.Descendants<HtmlInline>(), html => Assert.Equal("<!-- -->", html.Tag));
        Assert.Single(document.Descendants<Table>());
        Assert.All(document.Descendants<TableRow>(), row => Assert.Equal(2, row.Count));
        Assert.All(document.Descendants<LiteralInline>(), NamesNobody);
        Assert.DoesNotContain(markdown, IsHidden);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public static void Attack_17_hostile_text_is_visible_in_a_terminal(string text)
    {
        var lines = DecisionText.Of(SampleDecisions.Hostile(text), Ink.None).Split('\n');

        Assert.DoesNotContain(string.Concat(lines), IsHidden);
        Assert.All(lines, line => Assert.InRange(Columns.Width(line), 0, DecisionText.MaxColumns));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public static void Attack_17_hostile_text_is_no_workflow_command(string text)
    {
        var decision = SampleDecisions.Hostile(text);

        string[] texts =
            [DecisionText.Of(decision, Ink.None), DecisionMarkdown.Of(decision), DecisionJson.Of(decision)];
        Assert.All(texts.SelectMany(text => text.Split('\n')), line =>
        {
            Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
        });
        Assert.DoesNotContain('\n', DecisionSentence.Of(decision));
    }

    [Theory]
    [InlineData("src/\u202Egnp.exe", "src/<U+202E>gnp.exe")]
    [InlineData("a\u200Bb", "a<U+200B>b")]
    [InlineData("tab\there", "tab<U+0009>here")]
    [InlineData("größe/日本/😀.md", "größe/日本/😀.md")]
    [InlineData("\u3164", "<U+3164>")]
    [InlineData("::error::x", "<U+003A>:error::x")]
    [InlineData("std::vector ::x", "std::vector <U+003A>:x")]
    [InlineData("##[error]x", "<U+0023>#[error]x")]
    public static void What_has_no_shape_is_named_by_its_number(string text, string visible) =>
        Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public static void Half_a_character_is_named_by_its_number() =>
        Assert.Equal("half <U+D83D>!", VisibleText.Of("half " + '\ud83d' + "!"));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    [InlineData("größe", 5)]
    public static void Width_is_what_a_terminal_draws(string text, int columns) =>
        Assert.Equal(columns, Columns.Width(text));

    [Theory]
    [InlineData("src/payments/very/deep/folder/Refund.cs", 20, "src/pay…er/Refund.cs")]
    [InlineData("日本日本日本日本日本", 9, "日…日本")]
    [InlineData("short", 20, "short")]
    public static void A_path_is_cut_in_the_middle(string path, int columns, string cut)
    {
        var shown = Columns.CutMiddle(path, columns);

        Assert.InRange(Columns.Width(shown), 1, columns);
        Assert.Equal(cut, shown);
    }

    /// <summary>GitHub calls `@name` in text; ours stand apart from the name by an empty comment.</summary>
    private static void NamesNobody(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        Assert.True(at < 0 || at == text.Length - 1, text);
    }

    private static bool IsHidden(char character) =>
        character != '\n' && !char.IsSurrogate(character)
        && VisibleText.Of(character.ToString()) != character.ToString();
}
