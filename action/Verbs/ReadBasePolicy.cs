using ChangeSentinel.Git;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Action.Verbs;

/// <summary>The policy of a base commit; its reading is null where there is none.</summary>
internal sealed record BasePolicy(PolicyReading? Reading, IReadOnlyList<string> Remarks);

/// <summary>Reads the policy a change is judged by, with its baseline, from the base commit.</summary>
internal static class ReadBasePolicy
{
    public static async Task<BasePolicy> Of(
        LocalForge forge, Comparison comparison, CancellationToken cancellationToken)
    {
        var found = await forge.Policy(comparison, PolicyFiles.Candidates, cancellationToken);
        if (found is not { File: { } file, Commit: { } commit })
            return new(null, found.Remarks);

        var baseline = FindPolicy.LocalBaseline(file) is { } path
            ? await forge.Text(commit, path, cancellationToken)
            : null;
        return new(PolicyParser.Parse(file, baseline), found.Remarks);
    }
}
