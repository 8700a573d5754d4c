namespace ChangeSentinel.Tests.World;

/// <summary>One fact, rule or saying of a generated world; a world is what a list of them makes.</summary>
public abstract record Move
{
    private Move()
    {
    }

    public sealed record Touch(string Path) : Move;

    public sealed record Rename(string From, string To) : Move;

    public sealed record Open(string Who) : Move;

    public sealed record Write(string Author, string Committer) : Move;

    public sealed record Push(string Who) : Move;

    public sealed record Operate(string Who) : Move;

    /// <summary>A member of a team; a team nobody joins is read and empty.</summary>
    public sealed record Join(string Team, string Who) : Move;

    /// <summary>Who loses write access.</summary>
    public sealed record Lock(string Who) : Move;

    public sealed record Own(string Pattern, string Owner) : Move;

    public sealed record Depend(string Service, string On) : Move;

    public sealed record Require(string Tier, int Approvals, string From) : Move
    {
        public bool Ai { get; init; }

        public bool AuthorBelow { get; init; }

        public bool Owners { get; init; }

        public bool DistinctTeam { get; init; }

        public bool GitHub { get; init; }
    }

    public sealed record Raise(string To, int? Dependents, bool Hazard, int? Lines) : Move;

    /// <summary>
    /// An approval of a head at which one path had another content; null for the present head.
    /// </summary>
    public sealed record Approve(string Who, string? Otherwise, bool Chat) : Move;

    public sealed record Veto(string Who) : Move;

    /// <summary>A fact that could not be read.</summary>
    public sealed record Forget(string Fact) : Move;
}
