using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>Finds the approvals that speak for each owned path.</summary>
internal static class CountOwners
{
    /// <summary>In the order of the paths: approvals by an owner who saw the path as it is.</summary>
    public static IEnumerable<IReadOnlyList<Vote>> Of(
        IReadOnlyList<PathOwners> owned, IReadOnlyList<Vote> votes, Electorate electorate)
    {
        var files = electorate.Change.Files.Or([])
            .SelectMany(file => file.Paths.Select(name => (name, file.Path)))
            .ToLookup(pair => pair.name, pair => pair.Path, StringComparer.Ordinal);
        return owned.Select(each => votes
            .Where(vote => files.Contains(each.Path) && files[each.Path].All(vote.Covers))
            .Where(vote => each.Owners is Known<IReadOnlyList<string>>.Fact owners
                && Eligibility.IsOwner(vote.Approval.Person, owners.Value, electorate))
            .ToList());
    }
}
