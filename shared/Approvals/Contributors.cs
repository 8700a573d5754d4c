using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>
/// Everyone who had a hand in a change, over every head it ever had, with every mark that gives them away: whoever
/// shares one, directly or through a third record, may not approve it.
/// </summary>
public sealed class Contributors
{
    private readonly Dictionary<string, Contribution> byMark = new(StringComparer.Ordinal);

    private Contributors(IReadOnlyList<Contribution> all) => All = all;

    /// <summary>What the forge vouches for first, then what commits say.</summary>
    public IReadOnlyList<Contribution> All { get; }

    /// <param name="others">Other records of people: two marks on one of them join what carries
    /// either.</param>
    public static Contributors Of(Change change, IEnumerable<Person> others)
    {
        var contributors = new Contributors([.. Found(change)]);
        var bearers = contributors.All.Select(each => each.Person).Concat(others)
            .SelectMany(person => PersonMarks.Of(person).Select(mark => (mark, person)))
            .ToLookup(pair => pair.mark, pair => pair.person, StringComparer.Ordinal);
        foreach (var contribution in contributors.All)
            contributors.Add(contribution, bearers);
        return contributors;
    }

    /// <summary>
    /// What this person, or somebody who may be the same, did; null where nothing is known.
    /// </summary>
    public Contribution? Find(Person person) =>
        PersonMarks.Of(person).Select(mark => byMark.GetValueOrDefault(mark)).OfType<Contribution>()
            .OrderByDescending(each => each.IsVouchedFor).FirstOrDefault();

    private void Add(Contribution contribution, ILookup<string, Person> bearers)
    {
        var open = new Stack<string>(PersonMarks.Of(contribution.Person));
        while (open.TryPop(out var mark))
        {
            if (!byMark.TryAdd(mark, contribution))
                continue;
            foreach (var next in bearers[mark].SelectMany(PersonMarks.Of))
                open.Push(next);
        }
    }

    private static IEnumerable<Contribution> Found(Change change) =>
    [
        .. change.Opener is { } opener ? [new Contribution.Opened(opener)] : Array.Empty<Contribution>(),
        .. change.AgentOperators.Select(person => new Contribution.StartedAgent(person)),
        .. change.Pushers.Or([]).Select(person => new Contribution.Pushed(person)),
        .. change.BotOwners.Select(person => new Contribution.OwnsBot(person)),
        .. change.Commits.Or([]).Select(commit => new Contribution.Wrote(commit.Author, commit.Sha)),
        .. change.Commits.Or([]).Where(commit => !PersonMarks.IsNobody(commit.Committer))
            .Select(commit => new Contribution.Committed(commit.Committer, commit.Sha)),
    ];
}
