using ChangeSentinel.Approvals;

namespace ChangeSentinel.Tests.World;

/// <summary>
/// Who may count toward a rule, worked out from the moves themselves rather than from the product's types.
/// </summary>
public static class PlainCount
{
    /// <summary>The humans whose approval counts, each once whatever accounts they have.</summary>
    public static IReadOnlySet<string> Of(GeneratedWorld world, RequireRule rule)
    {
        var forgotten = world.Moves.OfType<Move.Forget>().Select(move => move.Fact).ToHashSet(StringComparer.Ordinal);
        var makers = Makers(world);
        var locked = world.Moves.OfType<Move.Lock>().Select(move => move.Who).ToHashSet(StringComparer.Ordinal);
        var paths = world.Moves.OfType<Move.Touch>().Select(move => move.Path)
            .Concat(world.Moves.OfType<Move.Rename>().Select(move => move.To)).ToHashSet(StringComparer.Ordinal);
        var humans = world.Moves.OfType<Move.Approve>()
            .Where(move => !makers.Contains(GeneratedWorld.Human(move.Who)))
            .Where(move => !locked.Contains(move.Who))
            .Where(move => move.Otherwise is null)
            .Where(move => !move.Chat || rule.Strength is ApprovalStrength.Chat)
            .Where(move => Stands(move.Who, rule.From!.Name, world, forgotten))
            .Where(_ => paths.Count > 0 && !forgotten.Overlaps(["write", "files"]));
        return humans.Select(move => GeneratedWorld.Human(move.Who)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Every human who opened, wrote, committed, pushed or started an agent; what is forgotten is not seen.
    /// </summary>
    public static IReadOnlySet<string> Makers(GeneratedWorld world)
    {
        var forgotten = world.Moves.OfType<Move.Forget>().Select(move => move.Fact).ToHashSet(StringComparer.Ordinal);
        var opener = world.Moves.OfType<Move.Open>().Select(move => move.Who).LastOrDefault() ?? "grace";
        IEnumerable<string> makers =
        [
            opener,
            .. world.Moves.OfType<Move.Operate>().Select(move => move.Who),
            .. forgotten.Contains("commits")
                ? []
                : world.Moves.OfType<Move.Write>().SelectMany(move => new[] { move.Author, move.Committer })
                    .Append("grace"),
            .. forgotten.Contains("pushers")
                ? []
                : world.Moves.OfType<Move.Push>().Select(move => move.Who).Append("grace"),
        ];
        return makers.Select(GeneratedWorld.Human).ToHashSet(StringComparer.Ordinal);
    }

    private static bool Stands(string who, string rung, GeneratedWorld world, HashSet<string> forgotten)
    {
        if (who is "alice" or "bob" || Joined("@acme/senior"))
            return true;
        return rung == "mid" && !forgotten.Contains("@acme/senior") && (who is "dana" || Joined("@acme/mid"));

        bool Joined(string team) =>
            !forgotten.Contains(team) && world.Moves.OfType<Move.Join>().Contains(new(team, who));
    }
}
