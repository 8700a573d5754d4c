using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Effects;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;
using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Effects;

public static class PlanPropertyTests
{
    private static readonly string[] Foreign = ["bug", "risk: enormous", "AI", "good first issue"];

    /// <summary>Anything a forge may show: labels of ours and others', checks on both heads, a comment.</summary>
    private static readonly Gen<Published> Shown =
        from labels in Gen.Elements(
            [.. Foreign, "ai: agent", "Ai: Assisted", "risk: low", "RISK: critical", "risk: high"]).ListOf()
        from states in Gen.Elements<CheckState?>(
            null, CheckState.InProgress, CheckState.Success, CheckState.ActionRequired, CheckState.Neutral).ArrayOf(3)
        from comment in Gen.Elements(null, new PublishedComment(7, "old"))
        select new Published
        {
            Labels = [.. labels.Distinct(StringComparer.OrdinalIgnoreCase)],
            Existing = [.. labels.Take(1)],
            Comment = comment,
            Checks =
            [
                Planned.Check("changesentinel", A.Sha("head"), states[0], 1),
                Planned.Check("changesentinel", A.Sha("before"), states[1], 2),
                Planned.Check("changesentinel (x)", A.Sha("before"), states[2], 3),
            ],
        };

    private static readonly Gen<Case> Cases =
        from shown in Shown
        from veto in Worlds.Vetoing.ListOf()
        from forget in Worlds.Forgetting.ListOf()
        from wish in Gen.Elements(Enum.GetValues<CommentWish>())
        from writes in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from shadow in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Case(shown, [.. veto.Take(1), .. forget.Take(1)], new(wish, writes), shadow);

    [Fact]
    public static void A_second_run_writes_nothing() =>
        Hold((world, beside) =>
        {
            var (decision, change) = Decided(world, beside);
            var after = beside.Shown.After(Plan(decision, change, beside, beside.Shown));
            return Plan(decision, change, beside, after).Count == 0;
        });

    [Fact]
    public static void Nobody_else_s_label_is_touched() =>
        Hold((world, beside) =>
        {
            var (decision, change) = Decided(world, beside);
            var after = beside.Shown.After(Plan(decision, change, beside, beside.Shown));
            return beside.Shown.Labels.Intersect(Foreign).All(name => after.Labels.Contains(name))
                && after.Existing.Except(beside.Shown.Existing).All(name => !Foreign.Contains(name));
        });

    [Fact]
    public static void No_check_passes_where_the_decision_does_not() =>
        Hold((world, beside) =>
        {
            var (decision, change) = Decided(world, beside);
            var passes = decision.Shadow
                || decision.State is DecisionState.Approved or DecisionState.NotApplicable or DecisionState.Overridden;
            var effects = Plan(decision, change, beside, beside.Shown);
            var after = beside.Shown.After(effects);
            return passes
                || (effects.OfType<Effect.SetCheck>().All(check => !check.Report.State.Passes())
                    && (!beside.Wishes.WritesCheck
                        || after.Checks.All(check => check.State?.Passes() is false)));
        });

    [Fact]
    public static void The_order_of_what_is_shown_does_not_matter() =>
        Hold((world, beside) =>
        {
            var (decision, change) = Decided(world, beside);
            var turned = beside.Shown with
            {
                Labels = [.. beside.Shown.Labels.Reverse()],
                Existing = [.. beside.Shown.Existing.Reverse()],
                Checks = [.. beside.Shown.Checks.Reverse()],
            };
            return Plan(decision, change, beside, beside.Shown).Select(Words).Order(StringComparer.Ordinal)
                .SequenceEqual(Plan(decision, change, beside, turned).Select(Words).Order(StringComparer.Ordinal));
        });

    private static void Hold(Func<GeneratedWorld, Case, bool> property) =>
        Worlds.Hold(Worlds.With(Cases), pair => property(pair.World, pair.Beside), tests: 500);

    private static (Decision Decision, Change Change) Decided(GeneratedWorld world, Case beside)
    {
        var whole = new GeneratedWorld([.. world.Moves, .. beside.Moves]);
        var change = whole.Change with { FormerHeads = [A.Sha("before"), whole.Change.Head] };
        var policy = whole.Policy with { Mode = beside.Shadow ? PolicyMode.Shadow : PolicyMode.Enforce };
        return (change.Decided(policy, whole.Sayings), change);
    }

    private static IReadOnlyList<Effect> Plan(Decision decision, Change change, Case beside, Published shown) =>
        decision.Plan(change, shown, Planned.Context with { Wishes = beside.Wishes });

    private static string Words(Effect effect) => effect switch
    {
        Effect.AddLabels add => string.Join('|', add.Names),
        _ => effect.ToString(),
    };

    private sealed record Case(Published Shown, IReadOnlyList<Move> Moves, Wishes Wishes, bool Shadow);
}
