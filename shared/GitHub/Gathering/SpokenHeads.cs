using System.Text.RegularExpressions;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Finds the former heads that somebody may have approved.</summary>
internal static partial class SpokenHeads
{
    /// <summary>Of more than this, only the newest are looked at again.</summary>
    public const int Most = 20;

    /// <summary>
    /// Those an approving review stands on, and those a comment's `/approve` names; newest first. Whether the comment
    /// really commands anything is not asked here.
    /// </summary>
    public static IReadOnlyList<Sha> Of(
        IReadOnlyList<Sha> former, IReadOnlyList<Review> reviews, IReadOnlyList<Comment> comments)
    {
        var reviewed = reviews.Where(review => review.Verdict is ReviewVerdict.Approved)
            .Select(review => review.Head)
            .ToHashSet();
        var named = comments.Where(comment => !comment.Edited).Select(comment => comment.Text)
            .Concat(reviews.Select(review => review.Text))
            .SelectMany(text => Named.Matches(text))
            .Select(match => match.Groups["sha"].Value.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. former.Where(head => reviewed.Contains(head)
                || named.Exists(prefix => head.ToString().StartsWith(prefix, StringComparison.Ordinal))),
        ];
    }

    [GeneratedRegex(
        @"/approve\b[^\n]{0,200}?\b(?<sha>[0-9a-f]{7,40})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named { get; }
}
