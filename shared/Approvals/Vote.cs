
namespace ChangeSentinel.Approvals;

/// <summary>An approval and what it is worth at the present head.</summary>
/// <param name="Void">Why it counts for nothing, a whole sentence; null where it may count.</param>
public sealed record Vote(Approval Approval, Holding Holding, string? Void)
{
    /// <summary>Judges every approval by the facts as they are now.</summary>
    /// <param name="tierRank">The rank of the change's tier.</param>
    public static IReadOnlyList<Vote> Judge(Statements statements, Electorate electorate, int tierRank)
    {
        var files = electorate.Change.Files.Or([]);
        return
        [
            .. statements.Given.Select(approval =>
            {
                var clean = statements.CleanMerges.GetValueOrDefault(approval.Head) ?? NoPaths;
                var holding = Holding.Of(approval, files, clean);
                return new Vote(approval, holding, WhyVoid(approval, holding, electorate, tierRank));
            }),
        ];
    }

    /// <summary>Whether it agrees to this path as it is now.</summary>
    public bool Covers(string path) => Void is null && Holding.Kept.Contains(path);

    private static IReadOnlySet<string> NoPaths { get; } = new HashSet<string>(StringComparer.Ordinal);

    private static string? WhyVoid(Approval approval, Holding holding, Electorate electorate, int tierRank)
    {
        var who = approval.Person.Display;
        if (Eligibility.Exclusion(approval.Person, electorate) is { } exclusion)
            return $"{who}'s approval does not count: {who} {exclusion}.";
        if (approval.TierRank < tierRank)
            return $"{who}'s approval has lapsed: the tier was lower when it was given.";
        if (holding.Kept.Count > 0)
            return null;
        return approval.Covers.Count == 0
            ? $"{who}'s approval of {approval.Head.Short} says of no file what was seen."
            : $"{who}'s approval was for {approval.Head.Short}: all that it covered has changed since.";
    }
}
