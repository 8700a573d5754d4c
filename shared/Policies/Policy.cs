using System.Security.Cryptography;
using System.Text;
using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;

namespace ChangeSentinel.Policies;

/// <summary>What a change without any mark of its author counts as.</summary>
public enum Undeclared
{
    Human,

    /// <summary>Nothing passes until the author has said.</summary>
    Ask,

    Assisted,
}

/// <summary>Whether a policy blocks, or only reports what it would have done.</summary>
public enum PolicyMode
{
    Enforce,
    Shadow,
}

/// <summary>
/// The labels a change gets; null where labels are off. `{verdict}` and `{tier}` are filled in.
/// </summary>
public sealed record LabelFormats(string Ai, string Risk)
{
    public static LabelFormats Default { get; } = new("ai: {verdict}", "risk: {tier}");
}

/// <summary>A policy that parsed: every name in it is resolved, nothing inside checks it again.</summary>
public sealed record Policy
{
    /// <summary>The path of the file it was read from, as people are told it.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 over the policy's text and its baseline's, lower-case hexadecimal.</summary>
    /// <remarks>Reckoned when it is first asked for: explaining a path never asks.</remarks>
    public string Digest
    {
        get => field ??= DigestOf(Sources);
        init;
    }

    /// <summary>The files it was read from: its own, then its baseline's.</summary>
    internal IReadOnlyList<SourceFile> Sources { get; init; } = [];

    public TierLadder Tiers { get; init; } = TierLadder.Default;

    public required PathTiers Paths { get; init; }

    public IReadOnlyList<Service> Services { get; init; } = [];

    public IReadOnlyList<Ecosystem> Discover { get; init; } = [];

    public IReadOnlyList<RaiseRule> Raise { get; init; } = [];

    public Seniority Seniority { get; init; } = Seniority.FromRoles;

    /// <summary>
    /// The policy's rules, or the default pair where it has none; never the built-in rule 3.
    /// </summary>
    public required IReadOnlyList<RequireRule> Require { get; init; }

    public IReadOnlyList<Exemption> Exempt { get; init; } = [];

    /// <summary>What verdict `none` counts as, by tier rank.</summary>
    public required IReadOnlyList<Undeclared> Undeclared { get; init; }

    public IReadOnlyList<Marker> Markers { get; init; } = [];

    public IReadOnlyList<PagePlan> Page { get; init; } = [];

    public IReadOnlyList<RolloutPlan> Rollout { get; init; } = [];

    public LabelFormats? Labels { get; init; } = LabelFormats.Default;

    public PolicyMode Mode { get; init; }

    /// <summary>Check name → the base branches (with `*`) that use it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> CheckNames { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The baseline's path as `extends` names it; null without one.</summary>
    public string? Extends { get; init; }

    /// <summary>
    /// The baseline's own `paths`: a file takes the higher tier of both; null without a baseline.
    /// </summary>
    public PathTiers? BaselinePaths { get; init; }

    /// <summary>No valid text holds NUL, so that no two pairs of texts read alike.</summary>
    private static string DigestOf(IReadOnlyList<SourceFile> sources)
    {
        var text = string.Join('\0', sources.Select(source => source.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
