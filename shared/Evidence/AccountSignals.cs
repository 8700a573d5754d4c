using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>Finds agents among those who acted: authors, committers, who opened or pushed a change.</summary>
internal static class AccountSignals
{
    // One of these stands in every name that is not a person's.
    private static readonly Needles Names = new(
        Agents.All.SelectMany(agent => agent.NameSuffixes).Concat(Vocabulary.AgentWords).Append("-agent"));

    /// <summary>
    /// A look that allocates nothing: false only where <see cref="OfCommit"/> would find nothing.
    /// </summary>
    public static bool MayFind(Person person) =>
        (person.Email is { } email && Identify.Address(email) is not null)
        || (person.Name is { } name && Names.StandIn(name) && Identify.Named(name, person.Email) is not null)
        || ((person.Id is not null || person.Login is not null) && Identify.Account(person) is not null);

    public static void OfCommit(Commit commit, SignalList signals)
    {
        var author = Of(commit.Author, "author");
        if (author is not null)
            signals.Add(author);
        if (commit.Committer != commit.Author && Of(commit.Committer, "committer") is { } committer)
            signals.Add(author is null ? Committed(committer) : committer);
    }

    /// <summary>Somebody who opened or pushed a change.</summary>
    public static Signal? Of(Person person, string role)
    {
        if (Identify.Account(person) is { SuggestsOnly: false } agent)
            return Signed(new(agent.Name, SignalStrength.Certain, Own: true), person, role);
        return Identify.Named(person.Name, person.Email) is { } identity
            ? Signed(identity, person, role)
            : null;
    }

    /// <summary>
    /// A tool that only committed for a person wrote the message at least; the lines may be the person's own.
    /// </summary>
    private static Signal Committed(Signal signal) =>
        signal.ByAgent ? signal : signal with { Strength = SignalStrength.Weak };

    private static Signal Signed(Identity identity, Person person, string role) =>
        new(identity.Tool, SignalKind.Account, identity.Strength, Quote(person, role))
        {
            ByAgent = identity.Own,
        };

    private static string Quote(Person person, string role) =>
        person.Login is { } login ? $"{role} @{login}" : $"{role} {person.Name} <{person.Email}>";
}
