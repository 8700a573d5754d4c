using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Decisions;

/// <summary>Finds what a reader should know beside the reasons; whole sentences.</summary>
internal static class FindRemarks
{
    public static IReadOnlyList<string> Of(Hearing hearing, Decision decision) =>
    [
        .. hearing.Electorate.IsLocal
            ? new[]
            {
                "A local repository knows no accounts, teams, roles or pushers: e-mails, logins and committers "
                    + "stand for them, and write access is not checked.",
            }
            : [],
        .. Unsearched(hearing.Assessment.Change),
        .. CoAuthors(hearing, decision),
        .. hearing.Assessment.Change.Remarks,
    ];

    private static IEnumerable<string> Unsearched(Change change)
    {
        IReadOnlyList<string> paths =
        [
            .. change.Files.Or([]).Where(file => file.Patch is Known<Patch>.Unknown).Select(file => file.Path),
        ];
        return paths.Count == 0 ? [] : [$"Hazards were not searched in {Listing.Of(paths, 3)}."];
    }

    /// <summary>A name in a trailer proves nothing, so it excludes nobody; but it is said.</summary>
    private static IEnumerable<string> CoAuthors(Hearing hearing, Decision decision)
    {
        if (decision.Requirements.Count == 0)
            return [];
        return from commit in hearing.Assessment.Change.Commits.Or([])
               from trailer in ReadTrailers.In(commit.Message)
               where string.Equals(trailer.Key, "Co-authored-by", StringComparison.OrdinalIgnoreCase)
               let named = new Person { Email = EmailIn(trailer.Value) }
               from approval in hearing.Statements.Given
               where PersonMarks.MayBeSame(named, approval.Person)
               select $"{approval.Person.Display} approved and is named as a co-author of {commit.Sha.Short}; "
                   + "a name alone does not exclude.";
    }

    private static string? EmailIn(string value)
    {
        var open = value.LastIndexOf('<');
        return open >= 0 && value.EndsWith('>') ? value[(open + 1)..^1] : null;
    }
}
