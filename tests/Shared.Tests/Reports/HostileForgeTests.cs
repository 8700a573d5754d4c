using System.Text.RegularExpressions;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChangeSentinel.Tests.Reports;

/// <summary>What a pull request says, in everything that is written on the forge, as HTML.</summary>
public static partial class HostileForgeTests
{
    private const string Blob = "https://github.com/acme/shop/blob/4be1c0d000000000000000000000000000000000/";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseTaskLists().UseFootnotes().Build();

    public static TheoryData<string> Texts { get; } =
    [
        .. HostileTextTests.Texts.Cast<object[]>().Select(row => (string)row[0]),
        "see #123, acme/other#7, GH-12 and gh-12",
        "https://github.com/acme/other/issues/7",
        "- item\n- [ ] task",
        "1. one",
        "=====",
        "> quote",
        "a\\|b",
        "\\",
        "\"]; click s0 href \"http://evil\"; end; x[\"",
        "\"]:::x --> s0 %% comment",
        "`]) subgraph end",
        "</details></sub><script>alert(1)</script>",
        "```mermaid\nflowchart LR\n```",
        "[^1] [^1]: note",
        ":smile: $x$ $$y$$",
        "--> <!-- changesentinel -->",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public static void Attack_17_hostile_text_makes_no_tag_link_image_or_call(string text)
    {
        Assert.All(Outputs(text), markdown =>
        {
            var document = Markdig.Markdown.Parse(markdown, Markdown);
            Assert.All(Tags.Matches(document.ToHtml(Markdown)), tag => Assert.True(IsOurs(tag.Value), tag.Value));
            Assert.All(document.Descendants<LiteralInline>(), NamesNothing);
            Assert.All(document.Descendants<Table>(), HasWholeRows);
            Assert.All(document.Descendants<LinkInline>().Where(link => link.Url is not null), link =>
                Assert.StartsWith(Blob, link.Url, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public static void Attack_17_hostile_text_is_no_workflow_command_and_hides_nothing(string text)
    {
        string[] texts =
        [
            .. Outputs(text),
            .. Annotations.Of(ForgeSamples.Hostile(text)).Select(annotation => annotation.Message),
        ];

        Assert.All(texts.SelectMany(each => each.Split('\n')), line =>
        {
            Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            Assert.Equal(line, VisibleText.Of(line));
        });
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public static void Attack_17_a_hostile_name_stays_within_its_node_of_the_diagram(string text)
    {
        var diagram = ServiceDiagram.Of(ForgeSamples.Hostile(text).Assessment!);

        Assert.All(diagram.TrimEnd().Split('\n'), line => Assert.Matches(DiagramLine, line));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public static void Attack_17_a_hostile_name_opens_no_second_comment_of_ours(string text)
    {
        var decision = ForgeSamples.Hostile(text);

        var comment = CommentMarkdown.Of(decision, ForgeSamples.Change(decision), ForgeSamples.Advisory);

        Assert.Equal(0, comment.IndexOf(CommentMarkdown.Marker, StringComparison.Ordinal));
        Assert.Equal(0, Markdig.Markdown.Parse(comment, Markdown).Descendants<HtmlInline>()
            .Count(html => html.Tag.Contains("changesentinel", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Outputs(string text)
    {
        var context = ForgeSamples.Advisory with { Refused = [new(text, text, text)] };
        foreach (var state in Enum.GetValues<DecisionState>())
        {
            var decision = ForgeSamples.Hostile(text) with { State = state };
            yield return CommentMarkdown.Of(decision, ForgeSamples.Change(decision), context);
            yield return CheckSummary.Of(decision, context);
            yield return StepSummary.Of(decision, context);
        }
    }

    private static bool IsOurs(string tag) =>
        tag is "<!-- -->" or CommentMarkdown.Marker or "<pre>" or "<code class=\"language-mermaid\">"
        || PlainTag.IsMatch(tag)
        || (tag.StartsWith($"<a href=\"{Blob}", StringComparison.Ordinal) && tag.Count(mark => mark == '"') == 2);

    /// <summary>What GitHub makes a link of after the Markdown is read: mentions, issues, addresses.</summary>
    private static void NamesNothing(LiteralInline literal)
    {
        if (literal.Parent is LinkInline)
            return;

        Assert.DoesNotMatch(Reference, literal.Content.ToString());
    }

    private static void HasWholeRows(Table table)
    {
        var columns = table.Descendants<TableRow>().First().Count;
        Assert.All(table.Descendants<TableRow>(), row => Assert.Equal(columns, row.Count));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags { get; }

    [GeneratedRegex("^</?(p|strong|em|code|pre|ul|ol|li|h3|table|thead|tbody|tr|th|td|details|summary|sub|blockquote|a) ?/?>$")]
    private static partial Regex PlainTag { get; }

    [GeneratedRegex(@"@\w|#\d|\bGH-\d", RegexOptions.IgnoreCase)]
    private static partial Regex Reference { get; }

    [GeneratedRegex("""
        ^(```mermaid|```|flowchart LR|    s\d+\["[\p{L}\p{Nd} ./…#;-]*"\](:::touched)?|    s\d+ --> s\d+|    classDef touched stroke-width:3px)$
        """)]
    private static partial Regex DiagramLine { get; }
}
