using System.Diagnostics;
using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Decisions;

/// <summary>How a rule and what it asks are said in a sentence.</summary>
public static class RuleText
{
    /// <summary>"The rule at .blastradius.yml:31:3", or what stands for it where no policy has it.</summary>
    public static string Name(RequireRule rule) => rule.Place is { } place ? $"The rule at {place}" : "A default rule";

    /// <summary>"2 approvals from senior", "1 approval".</summary>
    public static string Asked(int approvals, Rung? from) =>
        $"{approvals} approval{(approvals == 1 ? "" : "s")}{(from is null ? "" : $" from {from.Name}")}";

    /// <summary>Who owns a path, or why that isn't known.</summary>
    public static string Owners(PathOwners owned) => owned.Owners switch
    {
        Known<IReadOnlyList<string>>.Fact known => string.Join(" or ", known.Value),
        Known<IReadOnlyList<string>>.Unknown unknown => $"its owners, who are unknown because {unknown.Reason}",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a requirement asks and why, a whole sentence.</summary>
    public static string Sentence(Requirement requirement)
    {
        var rule = requirement.Rule;
        var where = requirement.BuiltIn ? "whatever the policy says" : rule.Place?.ToString() ?? "a default rule";
        var teams = rule.DistinctTeam ? " of different teams" : "";
        var proof = rule.Strength is ApprovalStrength.GitHub ? " proved with GitHub" : "";
        var asked = requirement.Approvals > 0
            ? Asked(requirement.Approvals, rule.From) + teams + proof
            : "the owners' approval";
        var given = requirement.Met ? "given" : Given(requirement);
        return $"{Capital(asked)} asked because {string.Join(", ", requirement.Because)} ({where}): {given}.";
    }

    private static string Given(Requirement requirement)
    {
        IReadOnlyList<string> missing =
        [
            .. requirement.Missing > 0 ? [$"{requirement.Missing} missing"] : Array.Empty<string>(),
            .. requirement.OwnersMissing.Take(5).Select(owned => $"{owned.Path} lacks {Owners(owned)}"),
            .. requirement.OwnersMissing.Count > 5
                ? [$"{requirement.OwnersMissing.Count - 5} more paths lack their owners"]
                : Array.Empty<string>(),
        ];
        return string.Join("; ", missing);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
