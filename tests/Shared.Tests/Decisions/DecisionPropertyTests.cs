using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Decisions;

public static class DecisionPropertyTests
{
    [Theory]
    [InlineData(DecisionState.Approved, 100)]
    [InlineData(DecisionState.Waiting, 200)]
    [InlineData(DecisionState.NotApplicable, 50)]
    public static void The_generated_worlds_reach_the_states_that_matter(DecisionState state, int least)
    {
        var asked = Worlds.All.Generator.Sample(1_000, 60)
            .Count(world => world.Decision.State == state
                && (state is not DecisionState.Approved
                    || world.Decision.Requirements.Any(each => each.Approvals > 0)));

        Assert.InRange(asked, least, 1_000);
    }

    [Fact]
    public static void Every_missing_approval_is_what_a_plain_count_says() =>
        Worlds.Hold(Worlds.With(Worlds.Forgetting.ListOf()), pair =>
        {
            var world = Forgetful(pair.World, pair.Beside.Take(1));
            return world.Decision.Requirements.Where(each => !each.Rule.DistinctTeam).All(requirement =>
                requirement.Missing
                == Math.Max(0, requirement.Approvals - PlainCount.Of(world, requirement.Rule).Count));
        });

    [Fact]
    public static void Nothing_is_approved_by_its_contributors_or_on_content_nobody_saw() =>
        Worlds.Hold(Worlds.All, world =>
            world.Decision is not { State: DecisionState.Approved } decision
            || decision.Requirements.All(requirement =>
                PlainCount.Of(world, requirement.Rule).Count >= requirement.Approvals));

    [Fact]
    public static void Contributors_alone_meet_nothing() =>
        Worlds.Hold(Worlds.All, world =>
        {
            var makers = PlainCount.Makers(world);
            var inbred = new GeneratedWorld(
            [
                .. world.Moves.Where(move =>
                    move is not Move.Approve by || makers.Contains(GeneratedWorld.Human(by.Who))),
            ]);
            return inbred.Decision is { Counted: [], State: not DecisionState.Approved };
        });

    [Fact]
    public static void A_head_whose_every_path_changed_since_is_not_approved() =>
        Worlds.Hold(Worlds.All, world =>
        {
            var seen = world.Assessment;
            var pushed = seen.Change with
            {
                Head = A.Sha("pushed"),
                Files = Known.Fact<IReadOnlyList<ChangedFile>>(
                [
                    .. seen.Change.Files.Or([]).Select(file =>
                        file with { New = file.New! with { Blob = A.Sha($"{file.Path} pushed") } }),
                ]),
            };
            var decision = pushed.Decided(world.Policy, world.Sayings);
            return decision is { State: not DecisionState.Approved, Counted: [] };
        });

    [Fact]
    public static void More_evidence_of_AI_never_lowers_what_is_asked() =>
        Worlds.Hold(Worlds.All, world =>
        {
            var plain = world.Assessment with { Policy = world.Policy.Asking(Undeclared.Human) };
            IReadOnlyList<Decision> decisions =
            [
                .. new[]
                {
                    ProvenanceVerdict.None, ProvenanceVerdict.DeclaredHuman,
                    ProvenanceVerdict.Assisted, ProvenanceVerdict.Agent,
                }.Select(verdict => Decide.On(plain with { Provenance = new(verdict, []) }, world.Sayings, A.Now)),
            ];
            return decisions.Zip(decisions.Skip(1)).All(pair => AsksNoLess(pair.Second, pair.First));
        });

    [Fact]
    public static void Another_file_or_dependent_never_lowers_the_tier_or_what_is_asked() =>
        Worlds.Hold(
            Worlds.With(Gen.Elements<Move>(
                new Move.Touch("infra/z.tf"), new Move.Touch("lib/z.cs"), new Move.Touch("unknown/z"),
                new Move.Touch(".blastradius.yml"), new Move.Rename("src/tax/z", "lib/z"),
                new Move.Depend("cart", "tax"), new Move.Depend("mail", "shop"))),
            pair =>
            {
                var more = new GeneratedWorld([.. pair.World.Moves, pair.Beside]);
                return more.Assessment.Risk.Tier >= pair.World.Assessment.Risk.Tier
                    && AsksNoLess(more.Decision, pair.World.Decision);
            });

    [Fact]
    public static void Another_hazard_never_lowers_the_tier() =>
        Worlds.Hold(Worlds.All, world =>
        {
            var file = new ChangedFile
            {
                Change = FileChange.Added,
                New = new("lib/z.sql", "100644", A.Sha("z")),
                Patch = PatchReader.Read("@@ -0,0 +1 @@\n+select 1;\n"),
            };
            var harmful = file with { Patch = PatchReader.Read("@@ -0,0 +1 @@\n+DROP TABLE refunds;\n") };
            return Tier(harmful) >= Tier(file);

            ChangeSentinel.Risks.Tier Tier(ChangedFile added) =>
                ChangeSentinel.Assessments.Assess.Change(world.Change.Having(added), world.Policy).Risk.Tier;
        });

    [Fact]
    public static void The_order_of_approvals_does_not_matter() =>
        Worlds.Hold(Worlds.With(Gen.Choose(0, int.MaxValue)), pair =>
        {
            var said = pair.World.Sayings;
            var shuffled = said with { Given = [.. said.Given.OrderBy(each => (each.Person.Id * 31) ^ pair.Beside)] };
            return Same(
                Decide.On(pair.World.Assessment, said, A.Now), Decide.On(pair.World.Assessment, shuffled, A.Now));
        });

    [Fact]
    public static void The_same_account_twice_counts_once() =>
        Worlds.Hold(Worlds.All, world =>
        {
            var said = world.Sayings;
            var doubled = said with
            {
                Given =
                [
                    .. said.Given,
                    .. said.Given.Select(each => each with
                    {
                        Person = each.Person with { Login = each.Person.Login + "-chat", Email = null },
                        Channel = ApprovalChannel.Chat,
                    }),
                ],
            };
            var once = Decide.On(world.Assessment, said, A.Now);
            var twice = Decide.On(world.Assessment, doubled, A.Now);
            return !Passes(twice) || Passes(once);
        });

    [Fact]
    public static void A_fact_that_is_not_known_never_lets_a_change_pass() =>
        Worlds.Hold(Worlds.With(Worlds.Forgetting.NonEmptyListOf()), pair =>
            Passes(pair.World.Decision) || !Passes(Forgetful(pair.World, pair.Beside).Decision));

    [Fact]
    public static void A_veto_blocks_whatever_is_forgotten() =>
        Worlds.Hold(
            Worlds.With(
                from veto in Worlds.Vetoing from forget in Worlds.Forgetting.ListOf() select forget.Prepend(veto)),
            pair =>
            {
                var vetoed = new GeneratedWorld([.. pair.World.Moves, pair.Beside.First()]);
                return vetoed.Decision.State is not DecisionState.Vetoed
                    || Forgetful(vetoed, pair.Beside.Skip(1)).Decision.State is DecisionState.Vetoed;
            });

    [Fact]
    public static void What_is_not_fully_known_is_undecided() =>
        Worlds.Hold(Worlds.With(Gen.Elements("files", "commits", "pushers")), pair =>
            Forgetful(pair.World, [new Move.Forget(pair.Beside)]).Decision.State is DecisionState.Undecided);

    [Fact]
    public static void A_membership_withdrawn_never_adds_an_approval() =>
        Worlds.Hold(Worlds.All, world => world.Moves.OfType<Move.Join>().All(join =>
        {
            var left = new GeneratedWorld([.. world.Moves.Where(move => move != join)]);
            var (before, after) = (world.Decision, left.Decision);
            return (Passes(before) || !Passes(after))
                && after.Counted.Count <= before.Counted.Count + Asked(after, before);
        }));

    [Fact]
    public static void Write_access_withdrawn_never_adds_an_approval() =>
        Worlds.Hold(Worlds.With(Gen.Elements(A.Writers.ToArray())), pair =>
        {
            var locked = new GeneratedWorld([.. pair.World.Moves, new Move.Lock(pair.Beside)]);
            return (Passes(pair.World.Decision) || !Passes(locked.Decision))
                && locked.Decision.Counted.Count <= pair.World.Decision.Counted.Count;
        });

    [Fact]
    public static void Shadow_changes_no_state() =>
        Worlds.Hold(Worlds.All, world =>
        {
            var shadow = world.Assessment with { Policy = world.Policy with { Mode = PolicyMode.Shadow } };
            var decision = Decide.On(shadow, world.Sayings, A.Now);
            return decision.Shadow && Same(decision, world.Decision);
        });

    [Fact]
    public static void Every_decision_has_a_reason_that_is_a_sentence() =>
        Worlds.Hold(Worlds.With(Worlds.Forgetting.ListOf()), pair =>
        {
            var decision = Forgetful(pair.World, pair.Beside).Decision;
            return decision.Reasons.Count > 0
                && decision.Reasons.Concat(decision.Remarks).Concat(decision.NotCounted.Select(each => each.Why))
                    .Append(decision.AuthorRungReason)
                    .All(reason => reason.EndsWith('.') && reason.Length > 10);
        });

    private static GeneratedWorld Forgetful(GeneratedWorld world, IEnumerable<Move> forgotten) =>
        new([.. world.Moves, .. forgotten]);

    private static bool Passes(Decision decision) =>
        decision.State is DecisionState.Approved or DecisionState.NotApplicable or DecisionState.Overridden;

    /// <summary>
    /// Rules that hold only without the membership: they may ask for approvals that counted for nothing.
    /// </summary>
    private static int Asked(Decision after, Decision before) =>
        after.Requirements.Count > before.Requirements.Count ? int.MaxValue / 2 : 0;

    /// <summary>Waiting for a declaration asks for more than any rule does.</summary>
    private static bool AsksNoLess(Decision more, Decision less) =>
        more is { State: DecisionState.Waiting, Requirements: [] }
        || less.Requirements.All(asked => more.Requirements.Any(each =>
            each.Rule.Place == asked.Rule.Place
            && each.BuiltIn == asked.BuiltIn
            && each.Approvals >= asked.Approvals));

    private static bool Same(Decision one, Decision other) =>
        one.State == other.State
        && one.Requirements.Select(Weight).SequenceEqual(other.Requirements.Select(Weight))
        && one.Counted.Select(Given).Order().SequenceEqual(other.Counted.Select(Given).Order(StringComparer.Ordinal));

    private static (int Approvals, int Missing, int Owners) Weight(Requirement requirement) =>
        (requirement.Approvals, requirement.Missing, requirement.UnmetOwners.Count);

    private static string Given(Approval approval) => $"{approval.Person.Id} {approval.Head} {approval.Strength}";
}
