using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>The one comment on a change, edited in place.</summary>
public static class CommentMarkdown
{
    /// <summary>The comment's first line, by which it is found again.</summary>
    public const string Marker = "<!-- changesentinel -->";

    public static string Of(Decision decision, Change change, ReportContext context) =>
        $"{Marker}\n{DecisionMarkdown.Of(decision)}";
}
