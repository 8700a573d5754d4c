using ChangeSentinel.Changes;

namespace ChangeSentinel.Decisions;

/// <summary>The heads a change is known to have had, by their first digits.</summary>
internal sealed class KnownHeads
{
    private const int FewestDigits = 7;

    private readonly Sha head;
    private readonly HashSet<Sha> heads;
    private readonly IReadOnlyList<Sha> commits;

    public KnownHeads(Change change)
    {
        head = change.Head;
        heads = [change.Head, .. change.FormerHeads, .. change.SpokenHeads.Keys];
        commits = [.. heads.Concat(change.Commits.Or([]).Select(commit => commit.Sha)).Distinct()];
    }

    /// <summary>What approves the present head, with as many digits as tell it from every other commit.</summary>
    public string ApproveLine => $"`/approve {Name(head)}`";

    /// <summary>The one head that begins so, or why there is none, whole sentences.</summary>
    /// <param name="start">At least seven hexadecimal digits, lower case.</param>
    public (Sha? Head, string WhyNot) Find(string start)
    {
        IReadOnlyList<Sha> found =
            [.. commits.Where(commit => commit.ToString().StartsWith(start, StringComparison.Ordinal)).Take(2)];
        return found switch
        {
            [] => (null, $"No head of this change begins with {start}; for the present one write {ApproveLine}."),
            [var only] when heads.Contains(only) => (only, ""),
            [_] => (null, $"{start} never was the head of this change; for the present one write {ApproveLine}."),
            _ => (null, $"More than one commit begins with {start}; for the present head write {ApproveLine}."),
        };
    }

    private string Name(Sha sha)
    {
        var whole = sha.ToString();
        var digits = FewestDigits;
        while (digits < whole.Length
            && commits.Any(other => other != sha
                && other.ToString().StartsWith(whole[..digits], StringComparison.Ordinal)))
            digits++;
        return whole[..digits];
    }
}
