using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Effects;

/// <summary>An open change with what was decided on it.</summary>
public sealed record DecidedChange(Change Change, Decision Decision)
{
    /// <summary>The pull request's number; zero for a local branch.</summary>
    public int Number => (Change.Reference as ChangeReference.PullRequest)?.Number ?? 0;
}

/// <summary>The pull requests a merge queue tries together, on one commit.</summary>
/// <param name="Head">The commit the group is tried on; none of the members' own heads.</param>
/// <param name="CheckName">The name of the check of the members' base.</param>
/// <param name="Members">Up to the group's head; unknown where the queue could not be read.</param>
public sealed record DecidedGroup(Sha Head, string CheckName, Known<IReadOnlyList<DecidedChange>> Members);
