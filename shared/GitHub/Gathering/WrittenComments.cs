using ChangeSentinel.Changes;
using ChangeSentinel.Reports;

namespace ChangeSentinel.GitHub;

/// <summary>What people and programs wrote under a pull request.</summary>
/// <param name="Sticky">Our own comment; null where there is none.</param>
internal sealed record WrittenComments(IReadOnlyList<Comment> Comments, PublishedComment? Sticky)
{
    /// <param name="viewer">The login of the account we speak as: the marker in somebody else's comment is
    /// theirs.</param>
    public static WrittenComments From(IReadOnlyList<CommentReply> replies, string viewer)
    {
        var ours = replies.Where(reply => IsOurs(reply, viewer)).ToList();
        return new(
            [.. replies.Except(ours).OrderBy(reply => reply.Id).Select(Comment)],
            ours.OrderBy(reply => reply.Id).Select(reply => new PublishedComment(reply.Id, reply.Body ?? ""))
                .FirstOrDefault());
    }

    private static bool IsOurs(CommentReply reply, string viewer) =>
        reply.Body?.StartsWith(CommentMarkdown.Marker, StringComparison.Ordinal) is true
        && viewer.Length > 0
        && string.Equals(Viewer.Bare(reply.User?.Login), Viewer.Bare(viewer), StringComparison.OrdinalIgnoreCase)
        && (reply.User?.Type == "Bot" || !Viewer.IsApp(viewer));

    private static Comment Comment(CommentReply reply) => new(
        reply.Id,
        ReadPeople.Account(reply.User),
        reply.Body ?? "",
        reply.CreatedAt,
        Edited: reply.UpdatedAt != reply.CreatedAt);
}

/// <summary>The account we speak as; an app bears `[bot]` in some answers and not in others.</summary>
internal static class Viewer
{
    private const string Mark = "[bot]";

    public static bool IsApp(string login) => login.EndsWith(Mark, StringComparison.OrdinalIgnoreCase);

    public static string Bare(string? login) =>
        login is null ? "" : IsApp(login) ? login[..^Mark.Length] : login;
}
