using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Reports;

/// <summary>The part of a decision's JSON that says how far the change reaches.</summary>
internal static class RiskJson
{
    public static RiskDocument Of(Risk risk) => new()
    {
        Tier = risk.Tier.Name,
        LinesChanged = risk.LinesChanged,
        Reasons =
        [
            .. risk.Reasons.Select(one => new TierReasonDocument(one.Tier.Name, one.Subject, one.Rule, one.Sentence)
            {
                Place = Of(one.Place),
            }),
        ],
        Hazards =
        [
            .. risk.Hazards.Select(one => new HazardDocument(one.Kind.Name(), one.File, one.Line, one.Removed)
            {
                Why = one.Why,
                Quote = one.Quote,
            }),
        ],
        Touched = risk.Touched,
        Downstream = (risk.Downstream as Known<IReadOnlyList<string>>.Fact)?.Value,
        DownstreamUnknown = (risk.Downstream as Known<IReadOnlyList<string>>.Unknown)?.Reason,
    };

    public static PlaceDocument? Of(Place? place) =>
        place is null ? null : new(place.File, place.Line, place.Column);
}
