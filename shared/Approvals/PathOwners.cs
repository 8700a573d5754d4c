using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Approvals;

/// <summary>
/// Who owns one touched path by one source; where a path has several, each of them is asked.
/// </summary>
/// <param name="Tier">The path's own tier.</param>
/// <param name="Owners">`@user`, `@org/team` and e-mails as written; empty where nobody is named.</param>
/// <param name="Source">What names them: the policy's line, the baseline's, CODEOWNERS.</param>
public sealed record PathOwners(string Path, Tier Tier, Known<IReadOnlyList<string>> Owners, string Source)
{
    /// <summary>True for the policy, its baseline, CODEOWNERS and workflows.</summary>
    public bool Guarded { get; init; }

    /// <summary>
    /// True where the change itself names them: they are asked beside the present owners, never instead.
    /// </summary>
    public bool NewSide { get; init; }

    /// <summary>True where nobody is named, which asks nothing.</summary>
    public bool AsksNobody => Owners is Known<IReadOnlyList<string>>.Fact { Value: [] };
}
