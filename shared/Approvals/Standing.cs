using System.Diagnostics;

namespace ChangeSentinel.Approvals;

/// <summary>Where a person stands on the ladder of seniority.</summary>
public abstract record Standing
{
    private Standing()
    {
    }

    /// <summary>Zero is the lowest rung; −1 for none, and where it isn't known.</summary>
    public int Rank => this is On on ? on.Rung.Rank : -1;

    /// <summary>The rung's name, `none` or `unknown`.</summary>
    public string Name => this switch
    {
        On on => on.Rung.Name,
        None => "none",
        Unknown => "unknown",
        _ => throw new UnreachableException(),
    };

    public sealed record On(Rung Rung) : Standing;

    /// <summary>No rung lists the person.</summary>
    public sealed record None : Standing;

    /// <param name="Reason">A clause that completes "the rung is unknown, because …".</param>
    public sealed record Unknown(string Reason) : Standing;
}
