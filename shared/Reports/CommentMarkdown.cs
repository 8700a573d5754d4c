using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>The one comment on a change, edited in place.</summary>
/// <remarks>
/// People stand in it without @: an edited comment is no call, and a mention would subscribe whoever is named to
/// every change. Who is wanted is called by a review request or a page.
/// </remarks>
public static class CommentMarkdown
{
    /// <summary>What GitHub takes, in characters.</summary>
    public const int MaxLength = 65_536;

    /// <summary>The comment's first line, by which it is found again.</summary>
    public const string Marker = "<!-- changesentinel -->";

    private const int MostReasons = 50;
    private const int LongestSentence = 600;

    private const string Note =
        "_The rest is cut: a comment holds 65,536 characters. The step's summary has all of it._";

    /// <param name="change">The change decided on, which a decision without a policy does not hold.</param>
    public static string Of(Decision decision, Change change, ReportContext context)
    {
        var told = ForgeOutline.Told(decision, context);
        var head = $"{Marker}\n{Headline(told, change)}{CommentTable.Of(told, context)}";
        var open = $"\n<details><summary>{Invitation(told)}</summary>\n\n";
        var end = $"\n</details>\n\n<sub>{Foot(told, change)}</sub>\n";
        var room = MaxLength - head.Length - open.Length - end.Length;
        return head + open + CutMarkdown.AtCharacters(Derivation(told, context), room, Note) + end;
    }

    private static string Headline(Decision decision, Change change)
    {
        var (stands, now) = CommentHeadline.Of(decision, change.Head);
        var shadow = decision.Shadow ? "Shadow, which reports and blocks nothing: " : "";
        return $"**{MarkdownText.Words(Limited(shadow + stands))}** — {MarkdownText.Sentence(Limited(now))}\n";
    }

    private static string Invitation(Decision decision) => decision.State is DecisionState.Waiting
        ? "Why these people, and every reason"
        : "Every reason";

    /// <summary>What the table does not say: every reason, the policy's lines, the exact marks, the graph.</summary>
    private static string Derivation(Decision decision, ReportContext context)
    {
        var outline = ForgeOutline.Of(decision, context);
        IReadOnlyList<OutlineRow> rows = [.. ForgeOutline.Without(outline.Rows, "hazards", "reaches", "next")];
        var diagram = decision.Assessment is { } assessment ? ServiceDiagram.Of(assessment) : "";
        return ReasonMarkdown.Items(decision.Reasons, MostReasons)
            + (rows.Count > 0 ? "\n" + DecisionMarkdown.Table(rows) : "")
            + (diagram.Length > 0 ? $"\n{ServiceDiagram.Legend}\n\n{diagram}" : "");
    }

    private static string Foot(Decision decision, Change change) => string.Join(" · ",
    [
        change.Head.Short,
        .. decision.Assessment is { Policy.Digest: { Length: > 0 } digest }
            ? [$"policy {MarkdownText.Words(CutText.At(digest, 8)[..Math.Min(7, digest.Length)])}"]
            : Array.Empty<string>(),
        "updated when the decision changes",
    ]);

    private static string Limited(string text) => Columns.CutEnd(VisibleText.Of(text), LongestSentence);
}
