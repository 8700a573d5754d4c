using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;

namespace ChangeSentinel.GitHub;

/// <summary>The teams and roles whose members a decision on this change may ask for.</summary>
/// <param name="Teams">`@org/team`, lower case.</param>
/// <param name="Roles">Without `role:`.</param>
internal sealed record NamedGroups(IReadOnlyList<string> Teams, IReadOnlyList<string> Roles)
{
    private const string RolePrefix = "role:";

    public static NamedGroups None { get; } = new([], []);

    /// <summary>
    /// Those on a rung, and the owners of what is touched; where people of different teams are asked for, every team
    /// that the policy names.
    /// </summary>
    /// <param name="touched">Every name of a changed file.</param>
    /// <param name="owners">CODEOWNERS of both sides.</param>
    public static NamedGroups Of(
        Policy policy, IReadOnlyCollection<string> touched, IEnumerable<Known<SourceFile?>> owners)
    {
        string[] names =
        [
            .. policy.Seniority.Rungs.SelectMany(rung => rung.Members),
            .. Owners(policy.Paths, touched, policy),
            .. policy.BaselinePaths is { } baseline ? Owners(baseline, touched, policy) : [],
            .. owners.SelectMany(file => Owners(file, touched)),
        ];
        var groups = names.Where(FindStanding.IsGroup)
            .Select(name => name.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .ToLookup(name => name.StartsWith(RolePrefix, StringComparison.Ordinal));
        return new([.. groups[false]], [.. groups[true].Select(name => name[RolePrefix.Length..])]);
    }

    private static IEnumerable<string> Owners(PathTiers paths, IReadOnlyCollection<string> touched, Policy policy) =>
        policy.Require.Any(rule => rule.DistinctTeam)
            ? paths.Lines.SelectMany(line => line.Owners)
            : touched.SelectMany(path => paths.Deciding(path)?.Owners ?? []);

    private static IEnumerable<string> Owners(Known<SourceFile?> file, IReadOnlyCollection<string> touched)
    {
        if (file.Or(null) is not { Text: var text })
            return [];
        var owners = CodeOwners.Parse(text);
        return touched.SelectMany(owners.Of);
    }
}
