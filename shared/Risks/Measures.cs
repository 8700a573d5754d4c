using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>What the conditions of a raise rule are held against.</summary>
/// <param name="Lines">Added and removed together.</param>
internal sealed record Measures(int Lines, IReadOnlyList<Hazard> Hazards, Reach Reach)
{
    /// <summary>Null where fewer stand downstream; an unknown graph counts as enough.</summary>
    public (string Subject, string Rule)? Dependents(int atLeast)
    {
        var rule = $"dependents ≥ {atLeast}";
        if (Reach.Downstream is Known<IReadOnlyList<string>>.Unknown unknown)
            return ($"an unknown number of services downstream ({unknown.Reason})", rule);

        var count = Reach.Downstream.Or([]).Count;
        var of = Reach.Touched is [] ? "" : $" of {Listing.Of(Reach.Touched, 3)}";
        return count >= atLeast ? ($"{count} service{(count == 1 ? "" : "s")} downstream{of}", rule) : null;
    }

    /// <summary>Null where none of these was found.</summary>
    public (string Subject, string Rule)? Hazardous(IReadOnlyList<HazardKind> asked)
    {
        IReadOnlyList<string> found =
        [
            .. Hazards.Where(hazard => asked.Contains(hazard.Kind))
                .Select(hazard => $"{hazard.Kind.Name()} at {hazard.File}:{hazard.Line}"),
        ];
        var rule = $"hazard: {string.Join(", ", asked.Select(kind => kind.Name()))}";
        return found.Count > 0 ? (Listing.Of(found, 3), rule) : null;
    }

    /// <summary>Null where fewer lines changed.</summary>
    public (string Subject, string Rule)? Long(int atLeast) =>
        Lines >= atLeast ? ($"{Lines} line{(Lines == 1 ? "" : "s")} changed", $"lines ≥ {atLeast}") : null;
}
