using ChangeSentinel.Changes;

namespace ChangeSentinel.Effects;

/// <summary>Which of several changes with the same head and check name speaks for all of them.</summary>
public static class Strictest
{
    /// <summary>The one whose check blocks hardest, of equals the lowest number; in any order given.</summary>
    /// <param name="decided">At least one.</param>
    public static DecidedChange Of(IReadOnlyList<DecidedChange> decided) =>
        decided.OrderBy(each => Leniency(CheckStates.Of(each.Decision))).ThenBy(each => each.Number).First();

    /// <summary>Zero for what blocks hardest.</summary>
    internal static int Leniency(CheckState state) => state switch
    {
        CheckState.ActionRequired => 0,
        CheckState.InProgress => 1,
        CheckState.Neutral => 2,
        CheckState.Success => 3,
    };
}
