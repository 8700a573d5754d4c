using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Effects;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Effects;

public static class LabelTests
{
    private static readonly Change Change = A.Change().Touching("src/payments/a.cs");

    [Theory]
    [InlineData(ProvenanceVerdict.Agent, ProvenanceVerdict.Agent, "ai: agent")]
    [InlineData(ProvenanceVerdict.Assisted, ProvenanceVerdict.Assisted, "ai: assisted")]
    [InlineData(ProvenanceVerdict.DeclaredHuman, ProvenanceVerdict.DeclaredHuman, "ai: declared-human")]
    [InlineData(ProvenanceVerdict.DeclaredHuman, ProvenanceVerdict.Assisted, "ai: assisted")]
    [InlineData(ProvenanceVerdict.None, ProvenanceVerdict.DeclaredHuman, "ai: declared-human")]
    [InlineData(ProvenanceVerdict.None, ProvenanceVerdict.None, null)]
    [InlineData(ProvenanceVerdict.None, ProvenanceVerdict.Assisted, null)]
    public static void The_labels_say_who_wrote_it_and_how_far_it_reaches(
        ProvenanceVerdict found, ProvenanceVerdict counts, string? ai)
    {
        var decision = Change.Decided(A.Policy());
        decision = decision with
        {
            CountsAs = counts,
            Assessment = decision.Assessment! with { Provenance = new(found, []) },
        };

        var names = WantedLabels.For(decision)!.Select(label => label.Name);

        Assert.Equal(ai is null ? ["risk: high"] : [ai, "risk: high"], names);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public static void Every_label_keeps_what_GitHub_takes(int tiers)
    {
        var ladder = new TierLadder([.. Enumerable.Range(0, tiers).Select(tier => $"{tier}" + new string('x', 60))]);
        var decision = Change.Decided(A.Policy());

        var labels = ladder.Names.Select((_, rank) => WantedLabels.For(decision with
        {
            Assessment = decision.Assessment! with
            {
                Policy = decision.Assessment.Policy with { Tiers = ladder, File = new string('f', 300) },
                Risk = decision.Assessment.Risk with { Tier = ladder.At(rank) },
            },
        })![0]).ToList();

        Assert.All(labels, label =>
        {
            Assert.InRange(label.Name.Length, 1, 50);
            Assert.InRange(label.Description.Length, 1, 100);
            Assert.Matches("^[0-9a-f]{6}$", label.Colour);
        });
        Assert.Equal(tiers, labels.DistinctBy(label => label.Name).Count());
        Assert.Equal("b60205", labels[^1].Colour);
    }

    [Fact]
    public static void A_label_is_created_once_and_added_once_and_comes_back_when_somebody_takes_it_away()
    {
        var decision = Change.Decided(A.Policy());

        var first = decision.Plan(Change).Where(IsLabel).ToList();
        var shown = Published.Nothing.After(decision.Plan(Change));
        var drifted = decision.Plan(Change, shown with { Labels = ["bug"] }).Where(IsLabel).ToList();

        Assert.Equal("risk: high", Assert.IsType<Effect.CreateLabel>(first[0]).Label.Name);
        Assert.Equal(["risk: high"], Assert.IsType<Effect.AddLabels>(first[1]).Names);
        Assert.Equal(["risk: high"], Assert.IsType<Effect.AddLabels>(Assert.Single(drifted)).Names);
    }

    [Fact]
    public static void Only_ours_go_and_case_does_not_matter()
    {
        var published = Published.Nothing with
        {
            Labels = ["bug", "Risk: LOW", "risk: high", "AI: agent", "risk: enormous", "ai: maybe"],
            Existing = ["risk: high"],
        };

        var effects = Change.Decided(A.Policy()).Plan(Change, published).Where(IsLabel);

        Assert.Equal(
            ["Risk: LOW", "AI: agent"], effects.Select(effect => Assert.IsType<Effect.RemoveLabel>(effect).Name));
    }

    [Fact]
    public static void What_is_not_known_moves_no_label()
    {
        var published = Published.Nothing with { Labels = ["risk: low"] };
        var unknown = Change with { Files = A.Unknown<IReadOnlyList<ChangedFile>>() };

        Assert.DoesNotContain(unknown.Decided(A.Policy()).Plan(unknown, published), IsLabel);
        Assert.DoesNotContain(Decide.NoPolicy(Change).Plan(Change, published), IsLabel);
        Assert.DoesNotContain(Decide.BadPolicy([]).Plan(Change, published), IsLabel);
        Assert.DoesNotContain(Change.Decided(A.Policy() with { Labels = null }).Plan(Change, published), IsLabel);
    }

    [Fact]
    public static void Shadow_labels_too() =>
        Assert.Contains(Change.Decided(A.Policy() with { Mode = PolicyMode.Shadow }).Plan(Change), IsLabel);

    private static bool IsLabel(Effect effect) =>
        effect is Effect.CreateLabel or Effect.AddLabels or Effect.RemoveLabel;
}
