using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Effects;

/// <summary>The names of the labels a policy can give.</summary>
public static class LabelNames
{
    /// <summary>What GitHub takes, in characters.</summary>
    public const int MaxLength = 50;

    private static readonly ProvenanceVerdict[] Labelled =
        [ProvenanceVerdict.Agent, ProvenanceVerdict.Assisted, ProvenanceVerdict.DeclaredHuman];

    /// <summary>GitHub takes two names that differ only in case for one.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Every name, each once; empty where labels are off.</summary>
    public static IReadOnlyList<string> Of(Policy policy) => policy.Labels is not { } formats
        ? []
        :
        [
            .. Labelled.Select(verdict => Ai(formats, verdict))
                .Concat(policy.Tiers.Names.Select(tier => Risk(formats, tier)))
                .Distinct(Comparer),
        ];

    public static string Ai(LabelFormats formats, ProvenanceVerdict verdict) =>
        Fit(formats.Ai.Replace("{verdict}", verdict.Name(), StringComparison.Ordinal));

    public static string Risk(LabelFormats formats, Tier tier) => Risk(formats, tier.Name);

    private static string Risk(LabelFormats formats, string tier) =>
        Fit(formats.Risk.Replace("{tier}", tier, StringComparison.Ordinal));

    private static string Fit(string name) => CutText.At(VisibleText.Of(name.Trim()), MaxLength);
}
