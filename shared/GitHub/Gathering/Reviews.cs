using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>
/// The reviews of a pull request, oldest first. An objection counts whatever it was written on; an approval whose
/// commit is gone is left out.
/// </summary>
internal sealed record Reviews(IReadOnlyList<Review> Read, IReadOnlyList<string> Remarks)
{
    /// <param name="dismissed">What dismissed reviews had said, by their id.</param>
    public static Reviews From(IReadOnlyList<ReviewReply> replies, IReadOnlyDictionary<long, string> dismissed)
    {
        var (read, remarks) = (new List<Review>(), new List<string>());
        foreach (var reply in replies)
        {
            if (VerdictOf(reply.State) is not { } verdict)
                continue;
            var reviewer = ReadPeople.Account(reply.User);
            var isOnHead = Sha.TryParse(reply.CommitId, out var head);
            if (isOnHead || verdict is not ReviewVerdict.Approved)
                read.Add(new(reviewer, verdict, head, reply.SubmittedAt ?? DateTimeOffset.UnixEpoch)
                {
                    Text = reply.Body ?? "",
                    Before = verdict is ReviewVerdict.Dismissed && dismissed.TryGetValue(reply.Id, out var said)
                        ? VerdictOf(said)
                        : null,
                });
            else
                remarks.Add(
                    $"An approval by {reviewer.Display} does not count: the commit it was written on is gone.");
        }

        return new(read, remarks);
    }

    /// <summary>
    /// A dismissed review does not show what it had said, and dismissing an objection must not clear it; the events of
    /// the pull request tell.
    /// </summary>
    public static bool AskForDismissals(IReadOnlyList<ReviewReply> replies) =>
        replies.Any(reply => VerdictOf(reply.State) is ReviewVerdict.Dismissed);

    /// <summary>Null for one that is not submitted yet.</summary>
    private static ReviewVerdict? VerdictOf(string state) => state.ToUpperInvariant() switch
    {
        "APPROVED" => ReviewVerdict.Approved,
        "CHANGES_REQUESTED" => ReviewVerdict.ChangesRequested,
        "COMMENTED" => ReviewVerdict.Commented,
        "DISMISSED" => ReviewVerdict.Dismissed,
        _ => null,
    };
}
