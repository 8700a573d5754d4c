using System.Diagnostics.CodeAnalysis;

namespace ChangeSentinel.Risks;

/// <summary>A step of the risk ladder.</summary>
/// <param name="Rank">Zero is the lowest.</param>
public readonly record struct Tier(int Rank, string Name) : IComparable<Tier>
{
    public int CompareTo(Tier other) => Rank.CompareTo(other.Rank);

    public static bool operator <(Tier left, Tier right) => left.Rank < right.Rank;

    public static bool operator >(Tier left, Tier right) => left.Rank > right.Rank;

    public static bool operator <=(Tier left, Tier right) => left.Rank <= right.Rank;

    public static bool operator >=(Tier left, Tier right) => left.Rank >= right.Rank;

    public override string ToString() => Name;
}

/// <summary>The tiers of a policy, lowest first; never empty.</summary>
public sealed record TierLadder(IReadOnlyList<string> Names)
{
    public static TierLadder Default { get; } = new(["low", "medium", "high", "critical"]);

    public Tier Lowest => At(0);

    public Tier Top => At(Names.Count - 1);

    /// <summary>The tier at this rank, or the top one where the ladder is shorter.</summary>
    public Tier At(int rank)
    {
        var inside = Math.Min(rank, Names.Count - 1);
        return new(inside, Names[inside]);
    }

    public bool TryFind(string name, [NotNullWhen(true)] out Tier? tier)
    {
        tier = null;
        for (var rank = 0; rank < Names.Count && tier is null; rank++)
            if (Names[rank] == name)
                tier = At(rank);
        return tier is not null;
    }
}
