using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Policies;

/// <summary>A stage a change passes through on its way out, and how long it stays there.</summary>
public sealed record RolloutStage(string Stage, TimeSpan Soak);

/// <summary>The stages a change of one tier passes through; read and checked, not acted on yet.</summary>
public sealed record RolloutPlan(Tier Tier, IReadOnlyList<RolloutStage> Stages, Place Place);
