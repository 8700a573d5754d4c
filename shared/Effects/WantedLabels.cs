using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Effects;

/// <summary>The labels a decided change should bear; they are shown and never read back.</summary>
public static class WantedLabels
{
    private const int LongestDescription = 100;

    /// <summary>Red for the top tier, then paler; every tier below the third has the last but one.</summary>
    private static readonly string[] FromTop = ["b60205", "d93f0b", "fbca04", "c2e0c6"];

    private const string Lowest = "0e8a16";

    /// <summary>
    /// Null where nothing can be said: there is no policy, labels are off, or the files or commits are unknown.
    /// </summary>
    public static IReadOnlyList<LabelStyle>? For(Decision decision)
    {
        if (decision.Assessment is not { Policy.Labels: { } formats } assessment || !IsKnown(assessment.Change))
            return null;

        return
        [
            .. Verdict(decision, assessment) is { } verdict ? [Ai(formats, verdict)] : Array.Empty<LabelStyle>(),
            Risk(formats, assessment),
        ];
    }

    private static bool IsKnown(Change change) =>
        change.Files is Known<IReadOnlyList<ChangedFile>>.Fact && change.Commits is Known<IReadOnlyList<Commit>>.Fact;

    /// <summary>
    /// What the change counts as; but what nobody declared and no mark says is not labelled, whatever the policy
    /// makes of it.
    /// </summary>
    private static ProvenanceVerdict? Verdict(Decision decision, Assessment assessment) =>
        (assessment.Provenance.Verdict, decision.CountsAs) switch
        {
            (_, ProvenanceVerdict.None) or (ProvenanceVerdict.None, ProvenanceVerdict.Assisted) => null,
            var (_, verdict) => verdict,
        };

    private static LabelStyle Ai(LabelFormats formats, ProvenanceVerdict verdict)
    {
        var (colour, what) = verdict switch
        {
            ProvenanceVerdict.Agent => ("5319e7", "an agent's account opened or committed this"),
            ProvenanceVerdict.Assisted => ("8a63d2", "this bears marks of AI, or its author says so"),
            ProvenanceVerdict.DeclaredHuman => ("c5def5", "its author says that no AI was used"),
            ProvenanceVerdict.None => ("ededed", "nothing says who wrote this"),
        };
        return Style(LabelNames.Ai(formats, verdict), colour, $"Set by ChangeSentinel: {what}");
    }

    private static LabelStyle Risk(LabelFormats formats, Assessment assessment)
    {
        var tier = assessment.Risk.Tier;
        var top = assessment.Policy.Tiers.Top.Rank;
        var colour = tier.Rank == 0 && top > 0 ? Lowest : FromTop[Math.Min(top - tier.Rank, FromTop.Length - 1)];
        return Style(
            LabelNames.Risk(formats, tier),
            colour,
            $"Set by ChangeSentinel: how far this reaches, by {assessment.Policy.File}");
    }

    private static LabelStyle Style(string name, string colour, string description) =>
        new(name, colour, CutText.At(VisibleText.Of(description), LongestDescription));
}
