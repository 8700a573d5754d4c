using ChangeSentinel.Changes;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Policies;

/// <summary>An author whose changes to some paths ask nobody, until a day.</summary>
/// <param name="Author">A login as written, `renovate[bot]` say.</param>
/// <param name="Until">The last day on which it holds (UTC).</param>
public sealed record Exemption(string Author, IReadOnlyList<PathPattern> Paths, DateOnly Until, string Why)
{
    public required Place Place { get; init; }
}
