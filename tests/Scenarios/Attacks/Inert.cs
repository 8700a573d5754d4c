using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>
/// Judges Markdown as a page of GitHub would show it: it leads nowhere, calls nobody and hides nothing.
/// </summary>
internal static partial class Inert
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists()
        .UseFootnotes().Build();

    /// <param name="server">Links may lead below it, and nowhere else.</param>
    public static void Is(string markdown, string server)
    {
        var document = Markdig.Markdown.Parse(markdown, Markdown);
        Assert.All(document.Descendants<LinkInline>(), link =>
        {
            Assert.False(link.IsImage, link.Url);
            Assert.StartsWith($"{server}/acme/shop/", link.Url ?? "", StringComparison.Ordinal);
        });
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.All(document.Descendants<LiteralInline>().Where(literal => literal.Parent is not LinkInline), literal =>
            Assert.DoesNotMatch(Call, literal.Content.ToString()));
        Assert.All(Tag.Matches(document.ToHtml(Markdown)), tag => Assert.True(IsOurs(tag.Value, server), tag.Value));
        IsVisible(markdown);
    }

    /// <summary>Nothing of it is a control, or changes the direction or place of what stands beside it.</summary>
    public static void IsVisible(string text) => Assert.All(
        text.Where(character => character != '\n'), character => Assert.False(
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
        $"U+{(int)character:X4} in: {text}"));

    private static bool IsOurs(string tag, string server) =>
        PlainTag.IsMatch(tag) || tag is "<!-- -->" or "<!-- changesentinel -->" or "<code class=\"language-mermaid\">"
        || (tag.StartsWith($"<a href=\"{server}/acme/shop/", StringComparison.Ordinal) && tag.Count(mark => mark == '"') == 2);

    [GeneratedRegex(@"@\w|#\d|\bGH-\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Call { get; }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(
        "^</?(p|strong|em|code|pre|ul|ol|li|h2|h3|table|thead|tbody|tr|th|td|details|summary|sub|blockquote|a) ?/?>$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PlainTag { get; }
}
