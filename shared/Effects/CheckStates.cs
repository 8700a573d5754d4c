using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Effects;

/// <summary>What the check of a decision shows.</summary>
public static class CheckStates
{
    public static CheckState Of(Decision decision) => decision.Shadow ? CheckState.Neutral : decision.State switch
    {
        DecisionState.NotApplicable or DecisionState.Approved => CheckState.Success,
        DecisionState.Waiting or DecisionState.Undecided => CheckState.InProgress,
        DecisionState.Vetoed or DecisionState.BadPolicy => CheckState.ActionRequired,
        DecisionState.Overridden or DecisionState.NoPolicy => CheckState.Neutral,
    };

    /// <summary>Whether the forge lets a change with such a check through.</summary>
    public static bool Passes(this CheckState state) => state switch
    {
        CheckState.Success or CheckState.Neutral => true,
        CheckState.InProgress or CheckState.ActionRequired => false,
    };

    /// <summary>Whether the decision's check lets the change through.</summary>
    public static bool Passes(Decision decision) => Of(decision).Passes();
}
