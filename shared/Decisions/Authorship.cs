using ChangeSentinel.Assessments;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Decisions;

/// <summary>What a change's provenance counts as under its policy.</summary>
/// <param name="Verdict">Never <see cref="ProvenanceVerdict.None"/> but where the author must say first, or
/// counts as human.</param>
/// <param name="MustDeclare">True where nothing is decided until the author has said whether AI was
/// used.</param>
internal sealed record Authorship(ProvenanceVerdict Verdict, bool MustDeclare)
{
    /// <summary>What the reader should know about it; whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <param name="declared">What the author said; null where nothing was said.</param>
    public static Authorship Of(Assessment assessment, bool? declared)
    {
        var provenance = assessment.Provenance;
        var marked = provenance.Verdict is ProvenanceVerdict.Agent or ProvenanceVerdict.Assisted;
        if (provenance.Contradiction || (marked && declared is false))
            return new(marked ? provenance.Verdict : ProvenanceVerdict.Assisted, MustDeclare: false)
            {
                Remarks = ["It is declared human, but marks of AI stand on it: it counts as AI-assisted."],
            };
        if (marked || (provenance.Verdict is ProvenanceVerdict.DeclaredHuman && declared is not true))
            return new(provenance.Verdict, MustDeclare: false);
        return declared switch
        {
            true => new(ProvenanceVerdict.Assisted, MustDeclare: false),
            false => new(ProvenanceVerdict.DeclaredHuman, MustDeclare: false),
            null => Undeclared(assessment),
        };
    }

    private static Authorship Undeclared(Assessment assessment)
    {
        var tier = assessment.Risk.Tier;
        var byTier = assessment.Policy.Undeclared;
        return (tier.Rank < byTier.Count ? byTier[tier.Rank] : Policies.Undeclared.Ask) switch
        {
            Policies.Undeclared.Human => new(ProvenanceVerdict.None, MustDeclare: false),
            Policies.Undeclared.Ask => new(ProvenanceVerdict.None, MustDeclare: true),
            Policies.Undeclared.Assisted => new(ProvenanceVerdict.Assisted, MustDeclare: false)
            {
                Remarks = [$"Nothing says who wrote it; at {tier} tier the policy counts that as AI-assisted."],
            },
        };
    }
}
