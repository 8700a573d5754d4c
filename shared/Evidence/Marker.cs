namespace ChangeSentinel.Evidence;

/// <summary>A mark of AI authorship that a team declares in its policy, beside the catalogue.</summary>
public abstract record Marker
{
    private Marker()
    {
    }

    /// <summary>The agent's name; null where the policy gives none.</summary>
    public string? Tool { get; init; }

    /// <param name="Key">Compared without case; any value counts but an explicit negative.</param>
    public sealed record TrailerKey(string Key) : Marker;

    /// <param name="Pattern">An e-mail or login; `*` is any run of characters.</param>
    public sealed record Account(string Pattern) : Marker;
}
