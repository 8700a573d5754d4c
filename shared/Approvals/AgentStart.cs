using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Approvals;

/// <summary>Whether an agent made a change, and whether a human is known to have set it going.</summary>
public static class AgentStart
{
    /// <summary>True where an agent acted, or AI marks stand on a change that no human opened.</summary>
    public static bool IsAgentMade(Change change, ProvenanceVerdict verdict) => verdict switch
    {
        ProvenanceVerdict.Agent => true,
        ProvenanceVerdict.Assisted when change.Opener is { } opener && !IsHuman(opener) => true,
        ProvenanceVerdict.Assisted or ProvenanceVerdict.DeclaredHuman or ProvenanceVerdict.None =>
            Actors(change).Any(Agents.IsAgentAccount),
    };

    /// <summary>
    /// True where a human opened the change, or is known to have started the agent; a local branch nobody opened
    /// counts where a human stands on every commit of an agent.
    /// </summary>
    public static bool IsByKnownHuman(Change change)
    {
        if (change.AgentOperators.Count > 0)
            return true;
        if (change.Opener is { } opener)
            return IsHuman(opener);
        return change.Reference is ChangeReference.LocalBranch
            && change.Commits is Known<IReadOnlyList<Commit>>.Fact { Value: { Count: > 0 } commits }
            && commits.All(commit => !IsAgents(commit) || IsHuman(commit.Author) || IsHuman(commit.Committer));
    }

    /// <summary>False for agents, other automation, bots, and the committer who is nobody.</summary>
    public static bool IsHuman(Person person) =>
        person.Kind is not AccountKind.Bot
        && !(person.Login ?? "").EndsWith("[bot]", StringComparison.OrdinalIgnoreCase)
        && !PersonMarks.IsNobody(person)
        && !Agents.IsAgentAccount(person)
        && !Agents.IsAutomation(person);

    private static bool IsAgents(Commit commit) =>
        Agents.IsAgentAccount(commit.Author) || Agents.IsAgentAccount(commit.Committer);

    private static IEnumerable<Person> Actors(Change change) =>
    [
        .. change.Opener is { } opener ? [opener] : Array.Empty<Person>(),
        .. change.Pushers.Or([]),
        .. change.Commits.Or([]).SelectMany(commit => new[] { commit.Author, commit.Committer }),
    ];
}
