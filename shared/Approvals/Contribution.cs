using System.Diagnostics;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>What somebody had to do with the making of a change.</summary>
public abstract record Contribution
{
    private Contribution(Person person) => Person = person;

    public Person Person { get; }

    /// <summary>
    /// True where the forge vouches for it; who wrote a commit is only what the commit says.
    /// </summary>
    public bool IsVouchedFor => this is not (Wrote or Committed);

    /// <summary>What they did, a clause: "wrote 4be1c0d".</summary>
    public string Clause => this switch
    {
        Opened => "opened it",
        StartedAgent => "started the agent that made it",
        Pushed => "pushed to it",
        OwnsBot => "owns a bot that took part in it",
        Wrote wrote => $"wrote {wrote.Commit.Short}",
        Committed committed => $"committed {committed.Commit.Short}",
        _ => throw new UnreachableException(),
    };

    public sealed record Opened(Person By) : Contribution(By);

    public sealed record StartedAgent(Person By) : Contribution(By);

    public sealed record Pushed(Person By) : Contribution(By);

    public sealed record OwnsBot(Person By) : Contribution(By);

    public sealed record Wrote(Person By, Sha Commit) : Contribution(By);

    public sealed record Committed(Person By, Sha Commit) : Contribution(By);
}
