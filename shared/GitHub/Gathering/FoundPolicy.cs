using ChangeSentinel.Policies;

namespace ChangeSentinel.GitHub;

/// <summary>The policy a change is judged by; its reading is null where there is none.</summary>
/// <param name="Remarks">Which file it is where that is not plain, whole sentences.</param>
internal sealed record FoundPolicy(PolicyReading? Reading, IReadOnlyList<string> Remarks)
{
    /// <summary>The default branch's own; null where it has none that can be read.</summary>
    public Policy? Naming { get; init; }

    /// <summary>Null where there is none, or none that can be read.</summary>
    public Policy? Policy => (Reading as PolicyReading.Valid)?.Policy;
}
