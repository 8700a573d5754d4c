using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>Reasons as lists of GitHub-flavoured Markdown, one sentence an item.</summary>
internal static class ReasonMarkdown
{
    private const int LongestItem = 500;

    /// <summary>Every reason for a decision's state, and for its tier, most important first.</summary>
    /// <param name="most">How many of each kind at most.</param>
    public static string List(Decision decision, int most) => string.Concat(
        Items(decision.Reasons, most),
        Items([.. decision.Assessment?.Risk.Reasons.Select(reason => reason.Sentence) ?? []], most));

    /// <summary>An item each; what is left out is counted.</summary>
    public static string Items(IReadOnlyList<string> sentences, int most)
    {
        var items = sentences.Take(most).Select(Item);
        return string.Concat(
            sentences.Count > most ? items.Append($"- … {sentences.Count - most:N0} more\n") : items);
    }

    private static string Item(string sentence) =>
        "- " + MarkdownText.Sentence(Columns.CutEnd(VisibleText.Of(sentence.Trim()), LongestItem)) + "\n";
}
