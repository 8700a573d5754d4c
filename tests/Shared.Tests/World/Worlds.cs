using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.World;

/// <summary>Generates worlds and shrinks them move by move.</summary>
public static class Worlds
{
    private static readonly Gen<string> People =
        Gen.Elements("alice", "bob", "carol", "dana", "erin", "alice-2", "dana-2");

    private static readonly Gen<string> Makers = Gen.Frequency(
        (4, Gen.Elements("dana", "dana-2", "carol")), (1, People), (1, Gen.Constant("Copilot")));

    private static readonly Gen<string> Paths = Gen.Elements(
        "lib/a.cs", "src/tax/a.cs", "src/tax/b.cs", "src/shop/a.cs", "infra/a.tf", "CODEOWNERS",
        ".github/workflows/ci.yml");

    private static readonly Gen<string> Tiers = Gen.Elements("low", "medium", "high", "critical");

    private static readonly Gen<bool> Seldom = Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)));

    private static readonly Gen<Move> Any = Gen.Frequency(
        (4, Of(Paths.Select(path => new Move.Touch(path)))),
        (1, Of(from one in Paths from other in Paths where one != other select new Move.Rename(one, other))),
        (1, Of(Makers.Select(who => new Move.Open(who)))),
        (2, Of(from author in Makers from committer in Makers select new Move.Write(author, committer))),
        (1, Of(Makers.Where(who => who != "Copilot").Select(who => new Move.Push(who)))),
        (1, Of(Makers.Where(who => who != "Copilot").Select(who => new Move.Operate(who)))),
        (4, Of(from team in Gen.Elements<string>([.. GeneratedWorld.Teams])
               from who in People
               select new Move.Join(team, who))),
        (1, Of(People.Select(who => new Move.Lock(who)))),
        (1, Of(from path in Gen.Elements("*", "/CODEOWNERS", "/src/shop/")
               from who in Gen.Elements("@carol", "@erin", "@acme/infra")
               select new Move.Own(path, who))),
        (1, Of(from one in Services from other in Services select new Move.Depend(one, other))),
        (2, Of(Rules)),
        (1, Of(from tier in Tiers
               from dependents in Gen.Choose(0, 2)
               from hazard in Seldom
               select new Move.Raise(tier, dependents, hazard, null))),
        (10, Of(from who in People
                from other in Gen.Frequency((9, Gen.Constant<string?>(null)), (1, Paths.Select(path => (string?)path)))
                from chat in Seldom
                select new Move.Approve(who, other, chat))));

    public static Arbitrary<GeneratedWorld> All { get; } = Arb.From(
        Any.ListOf().Select(moves => new GeneratedWorld([.. moves.Take(30)])), Shrink);

    public static Gen<Move> Forgetting { get; } =
        Of(Gen.Elements<string>([.. GeneratedWorld.Facts]).Select(fact => new Move.Forget(fact)));

    public static Gen<Move> Vetoing { get; } = Of(People.Select(who => new Move.Veto(who)));

    /// <summary>A world and something else about it; only the world shrinks.</summary>
    public static Arbitrary<(GeneratedWorld World, T Beside)> With<T>(Gen<T> beside) =>
        Arb.From(
            from world in All.Generator from other in beside select (World: world, Beside: other),
            pair => Shrink(pair.World).Select(world => (World: world, pair.Beside)));

    public static void Hold<T>(Arbitrary<T> cases, Func<T, bool> property, int tests = 1_000) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(60), Prop.ForAll(cases, property));

    private static Gen<string> Services => Gen.Elements("tax", "shop", "cart", "mail");

    private static Gen<Move.Require> Rules =>
        from tier in Tiers
        from approvals in Gen.Choose(0, 3)
        from rung in Gen.Elements("mid", "senior")
        from flags in Seldom.ArrayOf(5)
        select new Move.Require(tier, approvals, rung)
        {
            Ai = flags[0],
            AuthorBelow = flags[1],
            Owners = flags[2],
            DistinctTeam = flags[3],
            GitHub = flags[4],
        };

    private static Gen<Move> Of<T>(Gen<T> moves) where T : Move => moves.Select(move => (Move)move);

    private static IEnumerable<GeneratedWorld> Shrink(GeneratedWorld world) =>
        world.Moves.Select((_, index) => new GeneratedWorld(
            [.. world.Moves.Take(index), .. world.Moves.Skip(index + 1)]));
}
